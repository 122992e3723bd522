"""A problem is one line: where, what, and what would be right."""

from pathlib import Path

import pytest

from dashboard.loading.problems import DossierError, Problem

FILE = Path("data/x/events.yaml")
TRACK = Problem(FILE, 212, "E41", "tracks", "'naval' is not a track; choose from diplomatic, military, economic")


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (TRACK, "data/x/events.yaml:212  E41  tracks: 'naval' is not a track; choose from diplomatic, military, economic"),
        (Problem(FILE, 3, "E41", "", "is empty; write it"), "data/x/events.yaml:3  E41  is empty; write it"),
        (Problem(FILE, 3, "", "spine.id", "is empty; write it"), "data/x/events.yaml:3  spine.id: is empty; write it"),
        (Problem(FILE, 1, "", "", "is not a list"), "data/x/events.yaml:1  is not a list"),
    ],
)
def test_a_problem_is_one_line_without_gaps_for_what_is_not_known(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    earlier, later = Problem(FILE, 9, "E5", "", "x"), Problem(FILE, 10, "E4", "", "x")
    other = Problem(Path("data/x/people.yaml"), 1, "", "", "x")
    assert sorted([other, later, earlier]) == [earlier, later, other]


def test_the_error_lists_every_problem_on_a_line_of_its_own() -> None:
    other = Problem(FILE, 300, "E50", "kind", "is missing; it is required")
    error = DossierError((TRACK, other))
    assert str(error).splitlines() == [str(TRACK), str(other)]
    assert error.problems == (TRACK, other)


def test_a_problem_with_a_text_of_two_lines_is_still_one_line() -> None:
    assert len(str(Problem(FILE, 1, "E1", "label", "'a\nb' is not a track; choose from c")).splitlines()) == 1
