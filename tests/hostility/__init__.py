"""What somebody could send who means harm: to addresses, to exports, and in Streamlit's own protocol."""
