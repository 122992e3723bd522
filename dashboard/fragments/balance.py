"""How a selection of events is made up, as small charts."""

from datetime import date

import pandas as pd

from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.queries import balance
from dashboard.queries.windows import Window


def charts(shown: pd.DataFrame, dossier: Dossier, window: Window, as_of: date | None) -> str:
    """Write the charts of a selection that is not empty: bars that add up to all events shown, and the stretches without any."""
    within = Window(window.start, max(min(window.end, as_of), window.start)) if as_of else window
    return render(
        "balance.html",
        by_side=balance.by_side(shown, dossier),
        by_party=balance.by_party(shown, dossier),
        by_rank=balance.by_rank(shown, dossier, as_of),
        by_year=balance.by_year(shown, dossier),
        total=len(shown),
        stretches=balance.stretches(shown, within),
        least=balance.LONG,
        within=within,
    )
