"""The application as it is hosted: behind nginx, in replicas, within limits."""
