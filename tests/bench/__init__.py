"""How long a reader waits, measured in a real browser; figures to compare, not to pass or fail by."""
