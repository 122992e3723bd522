"""Tables into Plotly figures, and the same figures in words."""
