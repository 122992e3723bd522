"""What whoever hosts the site sets by environment variables."""

import os
import re
import sys
from functools import cache

FRAME_ANCESTORS = "FRAME_ANCESTORS"  # the variable that names who may show the site within a page of theirs
ALLOWED_HOSTS = "ALLOWED_HOSTS"  # the variable that names the hosts that the site is asked for by

_WORDS = ("'self'", "'none'")
_NAME = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
_ORIGIN = re.compile(rf"https?://(\*\.)?{_NAME}(:\d{{1,5}})?")
_HOST = re.compile(rf"\*|(\*\.)?{_NAME}|\[[0-9a-f:]+\]")


def see_that_they_are_right() -> None:
    """End the start of the application in words where one of them is not."""
    frame_ancestors()
    allowed_hosts()


@cache
def frame_ancestors() -> str:
    """Give the sources of the policy's ``frame-ancestors``; this site alone where the variable is not set.

    Raises SystemExit, in words, where it names anything but origins.
    """
    named = os.environ.get(FRAME_ANCESTORS, "").split() or ["'self'"]
    wrong = [one for one in named if one not in _WORDS and not _ORIGIN.fullmatch(one)]
    if wrong:
        _refuse(
            f"{FRAME_ANCESTORS} has {' '.join(wrong)}, which is no origin. Write 'self', 'none', or origins such as "
            "https://example.org with spaces between, without a path."
        )
    if "'none'" in named and len(named) > 1:
        _refuse(f"{FRAME_ANCESTORS} has 'none' and more. Write 'none' alone, or leave it out.")
    return " ".join(named)


@cache
def allowed_hosts() -> tuple[str, ...]:
    """Give the names that a request may ask for, ``*`` for any; any where the variable is not set.

    Raises SystemExit, in words, where it has anything but names.
    """
    named = os.environ.get(ALLOWED_HOSTS, "").lower().replace(",", " ").split() or ["*"]
    wrong = [one for one in named if not _HOST.fullmatch(one)]
    if wrong:
        _refuse(
            f"{ALLOWED_HOSTS} has {' '.join(wrong)}, which is no name of a host. Write names such as timeline.example.org or "
            "*.example.org with spaces between, without a scheme, a port or a path."
        )
    return tuple(named)


def _refuse(message: str) -> None:
    sys.exit(message)
