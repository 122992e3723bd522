"""The record's own questions, as they are put to a reader."""

import re
from collections.abc import Iterator
from datetime import date
from random import Random

from dashboard.model.dossier import Dossier
from dashboard.model.questions import Choice, Match, Order, StudyQuestion
from dashboard.queries import public
from dashboard.queries.study.posed import Kind, Option, Posed
from dashboard.queries.study.shuffled import shuffled

LEFT, RIGHT = "abcd", "efgh"  # ids of options whose words are the author's, and of their partners
_YEAR = re.compile(r"(?<![\w,.])(?:1[0-9]|20)\d\d(?![\w,])")


def of_record(dossier: Dossier, as_of: date | None) -> Iterator[StudyQuestion]:
    """Give the questions that could be put on the day.

    All that settles one was public then: its events, its sources, and each year that it names had begun. The words of a
    question can't be taken apart, so what the day does not let through whole is left out.
    """
    for question in dossier.questions:
        if as_of is None or _was_public(question, dossier, as_of):
            yield question


def posed(question: StudyQuestion, dossier: Dossier, random: Random) -> Posed:
    """Put a question of the record, its options in an order of chance."""
    options, partners, answer = _asked(question, dossier, random)
    return Posed(
        question.id,
        Kind(question.kind),
        question.level,
        question.prompt,
        options,
        partners,
        answer,
        question.explanation,
        question.events,
        question.sources,
    )


def _asked(
    question: StudyQuestion, dossier: Dossier, random: Random
) -> tuple[tuple[Option, ...], tuple[Option, ...], tuple[str, ...]]:
    if isinstance(question, Choice):
        options = _lettered(question.options, LEFT)
        return shuffled(options, random), (), tuple(option.id for option in options if option.label == question.answer)
    if isinstance(question, Order):
        shown = shuffled(question.options, random, but=question.answer)
        return tuple(Option(event, dossier.event[event].title) for event in shown), (), question.answer
    if isinstance(question, Match):
        lefts, rights = shuffled(_lettered(question.options.left, LEFT), random), _lettered(question.options.right, RIGHT)
        partner = {pair.left: pair.right for pair in question.answer}
        right = tuple(next(option for option in rights if option.label == partner[left.label]) for left in lefts)
        return lefts, shuffled(rights, random, but=right), tuple(option.id for option in right)
    # The standings are a scale, whose own order tells nothing.
    return tuple(Option(word, dossier.standing[word].title) for word in question.options), (), (question.answer,)


def _lettered(labels: tuple[str, ...], letters: str) -> tuple[Option, ...]:
    return tuple(Option(letter, label) for letter, label in zip(letters, labels, strict=True))


def _was_public(question: StudyQuestion, dossier: Dossier, as_of: date) -> bool:
    words = [question.prompt, question.explanation, *_labels(question)]
    return (
        all(dossier.event[event].public.by(as_of) for event in question.events)
        and public.citations(question.sources, dossier.source, as_of) == question.sources
        and all(int(year) <= as_of.year for text in words for year in _YEAR.findall(text))
    )


def _labels(question: StudyQuestion) -> tuple[str, ...]:
    if isinstance(question, Match):
        return (*question.options.left, *question.options.right)
    return question.options if isinstance(question, Choice) else ()
