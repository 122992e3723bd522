"""Links that lead out of a deck."""

from dashboard.exports.deck.passages import Run
from dashboard.exports.deck.wording import plain
from dashboard.model.sources import Source

MOST = 60  # letters of a host's name that are shown


def opening(source: Source) -> tuple[Run, ...]:
    """Write a link that opens a source, named by the host that it leads to; none where the source has no address.

    The whole reference would be one long link, which some programs break in the middle of its words.
    """
    if not source.URL:
        return ()
    address = plain(source.URL)
    host = address.partition("://")[2].partition("/")[0].removeprefix("www.")
    return Run("  "), Run(host[:MOST], link=address)
