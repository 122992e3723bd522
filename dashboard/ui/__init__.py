"""Streamlit components, each drawing one thing and returning what the reader did with it."""
