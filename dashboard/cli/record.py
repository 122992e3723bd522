"""The record that a command reads, tabulated."""

from pathlib import Path

from dashboard.cli.dossiers import refused
from dashboard.loading.dossier import load
from dashboard.loading.problems import DossierError
from dashboard.queries.tables import Tables, build
from dashboard.rules.all import RULES


def tables(folder: Path) -> Tables:
    """Read a dossier, hold it to all rules, and tabulate it.

    Raises FailedError where anything is wrong with it.
    """
    try:
        return build(load(folder, RULES))
    except DossierError as error:
        raise refused(folder, error) from error
