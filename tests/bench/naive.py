"""An app as it is often written first: a file read at each run, a multiselect, a chart by Plotly Express and a table.

``TABLE`` names the file: events with the columns day, lane and label.
"""

import os

import pandas as pd
import plotly.express as px
import streamlit as st

events = pd.read_csv(os.environ["TABLE"], parse_dates=["day"])
lanes = st.multiselect("Lanes", sorted(events["lane"].unique()))
shown = events[events["lane"].isin(lanes)] if lanes else events
st.write(f"Showing {len(shown)}")
st.plotly_chart(px.scatter(shown, x="day", y="lane", color="lane", hover_name="label"))
st.dataframe(shown)
