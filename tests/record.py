"""The real record, loaded and tabulated once a test run."""

from functools import cache
from pathlib import Path

from dashboard.loading.dossier import load
from dashboard.model.dossier import Dossier
from dashboard.queries.tables import Tables, build

FOLDER = Path(__file__).parents[1] / "data" / "inf-treaty"


@cache
def tables() -> Tables:
    """Give the tables of the real record."""
    return build(load(FOLDER))


def dossier() -> Dossier:
    """Give the real record itself."""
    return tables().dossier
