"""The least app with a filter and a chart: pills, and one Plotly chart of so many bare marks as ``EVENTS`` says.

``FROZEN`` takes what is loaded out of the sight of the collector of garbage, as our app does.
"""

import gc
import os
from random import Random

import plotly.graph_objects as go
import streamlit as st

LANES = ("a", "b", "c", "d")
COUNT = int(os.environ.get("EVENTS", "105"))


@st.cache_resource
def marks() -> dict[str, list[int]]:
    """Make up the marks of each lane, and freeze the heap once where that is asked for."""
    random = Random(1)  # noqa: S311 - repeatable on purpose, and no secret
    found = {lane: [random.randrange(1200) for _ in range(COUNT // len(LANES))] for lane in LANES}
    if "FROZEN" in os.environ:
        gc.collect()
        gc.freeze()
    return found


chosen = st.pills("Lanes", LANES, selection_mode="multi") or LANES
shown = {lane: marks()[lane] for lane in chosen}
st.write(f"Showing {sum(map(len, shown.values()))}")
figure = go.Figure([go.Scatter(x=days, y=[lane] * len(days), mode="markers", name=lane) for lane, days in shown.items()])
st.plotly_chart(figure)
