"""The least app that Streamlit can serve: a button, and a text that changes with it."""

import streamlit as st

st.session_state.setdefault("step", 0)
if st.button("Next"):
    st.session_state["step"] += 1
st.write(f"Step {st.session_state['step']}")
