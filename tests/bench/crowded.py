"""The application with a made-up record of as many events as ``EVENTS`` says, built in memory."""

import os

import streamlit as st

from app import app as whole
from dashboard.queries.tables import build
from dashboard.ui import memory, store
from tests.builders import many_events

EVENTS = "EVENTS"  # the environment variable
SEED = 1

store.serve(build(many_events(int(os.environ[EVENTS]), SEED)))
memory.settle()

app = st.App("app.py")  # by this line Streamlit knows that there is an application here
app = whole
