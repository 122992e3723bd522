"""Rules of what is cited."""

from collections.abc import Iterator

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier
from dashboard.rules.parts import cited


def each_source_is_cited(dossier: Dossier) -> Iterator[Breach]:
    """Find sources on which nothing rests."""
    found = {citation.id for _, _, citation in cited(dossier)}
    for index, source in enumerate(dossier.sources):
        if source.id not in found:
            yield Breach("sources", (index,), "no record cites it; cite it where something rests on it, or take it out")
