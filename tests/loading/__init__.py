"""Tests of reading a folder of YAML, and of every problem that it can have."""
