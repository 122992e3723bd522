"""Tests of the dashboard; the folders mirror its own."""
