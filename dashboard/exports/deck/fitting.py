"""Text that has to do with one column: as much of it as there is room for."""

from dashboard.exports.deck.passages import SMALL, Passage, Run, pages

ELSEWHERE = "The rest is in the record."


def fitted(passages: list[Passage], wide: float, high: float) -> list[Passage]:
    """Give passages that fit in so many points: as they are, or in the least type, or with their end left out."""
    if len(pages(passages, wide, high)) == 1:
        return passages
    small = [Passage(one.runs, min(one.size, SMALL), one.before, one.heading) for one in passages]
    if len(pages(small, wide, high)) == 1:
        return small
    rest = Passage((Run(ELSEWHERE),), SMALL, 4)
    return [*pages(small, wide, high - rest.height(wide))[0], rest]
