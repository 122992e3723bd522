"""The application as it would be with Streamlit's own way of collecting garbage: nothing is out of the collector's sight."""

import gc

import streamlit as st

from app import app as whole

gc.unfreeze()

app = st.App("app.py")  # by this line Streamlit knows that there is an application here
app = whole
