"""What runs in the browser: scripts and styles of the site, of the stage and of the one file.

Each script is a module of its own; those of the site's parts are components of Streamlit, which the one file hosts by itself.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
PLOTLY = FOLDER / "plotly" / "plotly-basic.min.js"  # the README beside it says where it is from


def text(name: str) -> str:
    """Read one of the files beside this module."""
    return (FOLDER / name).read_text(encoding="utf-8")
