"""Tests of what the format asks between records: every sentence of it that holds a rule, broken once."""
