"""The scripts of the site, run without a browser."""
