"""Tests of what is counted, selected, worded and placed."""
