"""Tests of the figures and their words."""
