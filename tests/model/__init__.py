"""Tests of the records: dates, closed words, and what makes a record valid."""
