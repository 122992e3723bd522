"""What the collector of garbage looks at.

Streamlit lets it look at everything after every run of the script. What is loaded for good (modules, the record, what was
compressed) never becomes garbage, so it is taken out of its sight: ``gc.freeze`` in the standard library's documentation.
"""

import gc


def settle() -> None:
    """Take all that is loaded now out of the collector's sight; what was replaced since the last time is collected first."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
