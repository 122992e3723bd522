"""The record that is served, read and tabulated once a process."""

import logging
import os
from functools import cache
from pathlib import Path

from dashboard.loading.dossier import load
from dashboard.loading.problems import DossierError
from dashboard.queries import citations
from dashboard.queries.tables import Tables, build
from dashboard.rules.all import RULES

DATA = Path(__file__).parents[2] / "data"
CHOICE = "DOSSIER"  # the environment variable that names another folder

_log = logging.getLogger(__name__)


def folder() -> Path:
    """Name the folder that is served: the one that the environment names, or else the first under ``data/``."""
    named = os.environ.get(CHOICE)
    found = sorted(file.parent for file in DATA.glob("*/dossier.yaml"))
    return Path(named) if named else found[0] if found else DATA


def tables() -> Tables:
    """Give the record's tables.

    Raises DossierError with all its problems where it has any. They are not remembered, so a record that was mended shows again.
    """
    return _tables(folder())


def warm() -> None:
    """Read the record before the first reader comes, and word its citations; a broken one is told to every reader in words."""
    if is_usable():
        citations.warm(tables().dossier.sources)


def is_usable() -> bool:
    """Tell whether the record can be shown; where it can't, the log says why."""
    try:
        tables()
    except DossierError as error:
        _log.error("The record in %s can't be shown:\n%s", folder(), error)
        return False
    return True


@cache
def _tables(folder_: Path) -> Tables:
    return build(load(folder_, RULES))
