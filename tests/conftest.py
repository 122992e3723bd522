"""Settings of all tests."""

import os

from hypothesis import settings

# Where every change is checked the examples are the same each time, so that no change is blamed for another's luck; elsewhere
# each run looks at new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
