"""What readers take away. Each export is a function of an extract: the tables, and what was selected."""
