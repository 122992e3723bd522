"""How the record is made, what its words mean, and what changed in it."""

from datetime import date

from dashboard.fragments import method
from dashboard.fragments.links import Here
from dashboard.model.dossier import Dossier
from dashboard.ui import reader


def show(dossier: Dossier, here: Here, as_of: date | None) -> None:
    """Draw the dossier's own account of itself."""
    reader.show("method", method.account(dossier, here, as_of))
