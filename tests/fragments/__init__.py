"""Tests of the HTML made from tables and records."""
