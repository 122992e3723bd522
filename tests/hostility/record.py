"""The application with a record whose every text is hostile; ``streamlit run`` starts it."""

import streamlit as st

from app import app as whole
from dashboard.queries.tables import build
from dashboard.ui import store
from tests.exports import hostile
from tests.hostility.corpus import EVERYTHING

store.serve(build(hostile.dossier(EVERYTHING)))

app = st.App("app.py")  # by this line Streamlit knows that there is an application here
app = whole
