"""The real record and the invented one, each loaded and tabulated once a test run."""

from calendar import monthrange
from datetime import date
from functools import cache
from pathlib import Path

from dashboard.loading.dossier import load
from dashboard.model.dossier import Dossier
from dashboard.queries.tables import Tables, build

FOLDER = Path(__file__).parents[1] / "data" / "inf-treaty"
HARBOUR = Path(__file__).parent / "dossiers" / "harbour"
MONTH_ENDS = [date(year, month, monthrange(year, month)[1]) for year in range(2014, 2020) for month in range(1, 13)]


@cache
def tables() -> Tables:
    """Give the tables of the real record."""
    return build(load(FOLDER))


def dossier() -> Dossier:
    """Give the real record itself."""
    return tables().dossier


@cache
def harbour() -> Tables:
    """Give the tables of the invented record, whose tracks, sides and words are others."""
    return build(load(HARBOUR))
