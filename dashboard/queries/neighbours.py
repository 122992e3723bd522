"""The events before and after one in time, and the one nearest to a day."""

import pandas as pd

from dashboard.queries.windows import Window


def around(events: pd.DataFrame, all_events: pd.DataFrame, event: str) -> tuple[str | None, str | None]:
    """Find the previous and the next of the shown events; ``event`` itself need not be one of them."""
    order = {name: position for position, name in enumerate(all_events.index)}
    here = order[event]
    before = [name for name in events.index if order[name] < here]
    after = [name for name in events.index if order[name] > here]
    return (before[-1] if before else None), (after[0] if after else None)


def nearest(events: pd.DataFrame, days: Window) -> str | None:
    """Find the event whose possible days are nearest to some days; of several, the most important."""
    if events.empty:
        return None
    start, end = pd.Timestamp(days.start), pd.Timestamp(days.end)
    before = (start - events["last"].fillna(start)).dt.days.clip(lower=0)
    after = (events["first"] - end).dt.days.clip(lower=0)
    ranked = pd.DataFrame({"away": before + after, "importance": events["importance"].cat.codes})
    return str(ranked.sort_values(["away", "importance"], kind="stable").index[0])
