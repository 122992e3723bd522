"""The ASGI application: ``streamlit run app.py`` starts it."""

import gc

import streamlit as st
from starlette.middleware import Middleware

from dashboard.ui import assets, exports, frame, security, stage, store

store.warm()
assets.warm()
gc.collect()
gc.freeze()  # Streamlit collects all garbage after every run of the script; what is loaded now never becomes any

routes = [*stage.ROUTES, *exports.ROUTES, *frame.ROUTES, *assets.ROUTES]
app = st.App("dashboard/site.py", routes=routes, middleware=[Middleware(security.Headers)])
