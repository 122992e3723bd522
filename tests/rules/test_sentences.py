"""Sentences are counted as a reader would, and rather one too few where a full stop may end an abbreviation."""

import pytest

from dashboard.rules.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One", 1),
        ("One.", 1),
        ("One. Two.", 2),
        ("One? Two! Three.", 3),
        ('He says "never." She says "yes."', 2),
        ('He asks "why?" and goes.', 1),
        ("The U.S. Army stays. It waits.", 2),
        ("Sen. Smith and Dr. Jones meet on Dec. 8 at No. 10.", 1),
        ("It costs 3.5 million. In 1990 it cost 2.", 2),
        ("H.R. 12 and S. 5 pass (sec. 3). Nobody objects.", 2),
        ("See paras. 1 and 2. Then read on.", 2),
        ("One line\nof two. The other.", 2),
        ("It ends there...  Not quite.", 2),
        ("e.g. this, i.e. That.", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert sentences(text) == count


@pytest.mark.parametrize("text", ["." * 20_000, ". " * 10_000, "a.'" * 6_000, "A. " * 6_000, '"' * 20_000])
def test_no_text_is_too_odd_to_be_counted(text: str) -> None:
    assert sentences(text) >= 1
