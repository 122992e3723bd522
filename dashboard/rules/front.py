"""Rules of the dossier's own file."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier
from dashboard.rules.parts import FRONT

_NUMBER = re.compile(r"\d+(\.\d+)*")


def newest_change_first(dossier: Dossier) -> Iterator[Breach]:
    """Find changes that stand below an older one."""
    for index, (above, below) in enumerate(pairwise(dossier.front.changes), start=1):
        if above.date.earliest < below.date.earliest:
            message = f"{below.date} is after {above.date}, which stands above it; put the newest change first"
            yield Breach(FRONT, ("changes", index, "date"), message)


def edition_is_that_of_the_newest_change(dossier: Dossier) -> Iterator[Breach]:
    """Find an edition that is no number, or that no change tells of."""
    front = dossier.front
    newest = max(front.changes, key=lambda change: change.date.earliest)
    if not _NUMBER.fullmatch(front.edition):
        yield Breach(FRONT, ("edition",), f"'{front.edition}' is not a number; write it like \"2\"")
    elif front.edition not in {change.edition for change in front.changes if change.date == newest.date}:
        message = f"is {front.edition}, and the newest change is of edition {newest.edition}; let them agree"
        yield Breach(FRONT, ("edition",), message)
    if front.edited.earliest != newest.date.earliest:
        message = f"is {front.edited}, and the newest change is of {newest.date}; let them agree"
        yield Breach(FRONT, ("edited",), message)


def lanes_look_different(dossier: Dossier) -> Iterator[Breach]:
    """Warn of two lanes with one symbol: there are more lanes than symbols in some dossiers, so it can't be forbidden."""
    first: dict[str, str] = {dossier.front.spine.symbol: dossier.front.spine.id}
    for index, track in enumerate(dossier.front.tracks):
        if track.symbol in first:
            message = f"{track.symbol} is the symbol of {first[track.symbol]} already; give each lane its own"
            yield Breach(FRONT, ("tracks", index, "symbol"), message, warning=True)
        first.setdefault(track.symbol, track.id)


def no_party_is_part_of_itself(dossier: Dossier) -> Iterator[Breach]:
    """Find parties that are part of themselves, straight or by way of others."""
    in_ring: dict[str, bool] = {}
    for index, party in enumerate(dossier.front.parties):
        climbed: list[str] = []
        above: str | None = party.id
        while above and above not in in_ring:
            in_ring[above] = False
            climbed.append(above)
            above = dossier.party[above].part_of
        if above in climbed:
            in_ring |= dict.fromkeys(climbed[climbed.index(above) :], True)
        if in_ring[party.id]:
            yield Breach(FRONT, ("parties", index, "part_of"), f"makes {party.id} a part of itself; name the party above it")
