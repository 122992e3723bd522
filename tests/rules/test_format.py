"""Every sentence of the format that holds a rule is checked: broken once, it is told once, and nothing else is."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.loading.dossier import Examination, examine, load
from dashboard.rules.all import RULES
from tests.loading.test_dossier import CASES as RECORD_CASES
from tests.record import FOLDER, HARBOUR
from tests.rules.format_cases import CASES, HELD, KEYED, NO_RULE, Case, break_in


def written() -> str:
    """Give the format as running text: without its examples, headings and the marks of lists and tables."""
    text = (Path(__file__).parent / "format.md").read_text(encoding="utf-8")
    lines = re.sub(r"```.*?```", "", text, flags=re.DOTALL).splitlines()
    kept = (line.removeprefix("- ") for line in lines if not line.startswith("#") and set(line) - set("|-"))
    return " ".join(" ".join(kept).split())


FORMAT = written()
QUOTED = [*{case.sentence: None for case in CASES}, *HELD, *(sentence for some in NO_RULE.values() for sentence in some)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the harbour dossier to where it may be broken."""
    return copytree(HARBOUR, tmp_path / "harbour")


def told(found: Examination, folder: Path) -> list[str]:
    """List problems and warnings as lines without the folder."""
    return [str(problem).replace(f"{folder}/", "") for problem in sorted((*found.problems, *found.warnings))]


@pytest.mark.parametrize("sentence", QUOTED)
def test_each_sentence_is_quoted_word_for_word(sentence: str) -> None:
    assert sentence in FORMAT


def test_no_sentence_of_the_format_is_passed_over() -> None:
    left = FORMAT
    for sentence in sorted(QUOTED, key=len, reverse=True):
        left = left.replace(sentence, " ")
    assert re.findall(r"\w+", left) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file} {case.says[:70]}")
def test_a_broken_rule_is_told_once_and_nothing_else_is(folder: Path, case: Case) -> None:
    for edit in KEYED if case.keyed else ():
        break_in(folder, edit)
    for edit in case.more:
        break_in(folder, edit)
    before = (folder / f"{case.file}.yaml").read_text(encoding="utf-8").partition(case.old)[0]
    break_in(folder, (case.file, case.old, case.new))
    name = case.told or case.file
    if case.at:
        text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
        before = text[: text.index(case.at)]
    line = before.count("\n") + 1 if "\0" not in case.old else 1
    found = examine(folder, RULES)
    assert told(found, folder) == [f"{name}.yaml:{line}  {case.says}"]
    assert (found.dossier is not None) is case.says.startswith("warning")


@pytest.mark.parametrize(("sentence", "says"), HELD.items(), ids=HELD)
def test_what_is_held_elsewhere_has_its_case_there(sentence: str, says: str) -> None:
    assert sentence
    assert says in {case.says for case in RECORD_CASES}


@pytest.mark.parametrize("record", [FOLDER, HARBOUR], ids=["real", "invented"])
def test_the_dossiers_that_we_ship_give_no_problem_and_no_warning(record: Path) -> None:
    found = examine(record, RULES)
    assert (found.problems, found.warnings) == ((), ())
    assert found.dossier == load(record)


def test_the_dossier_with_a_key_document_gives_none_either(folder: Path) -> None:
    for edit in KEYED:
        break_in(folder, edit)
    assert told(examine(folder, RULES), folder) == []


@pytest.mark.parametrize(
    "words", ["for two days of fiscal 1995", "with 2,050 men", "of FY1995", "on resolution 1995", "in the 1990s", 'with "1993"']
)
def test_a_number_that_is_no_later_year_is_none(folder: Path, words: str) -> None:
    break_in(
        folder, ("events", "title: The Compact's commission meets for two days", f"title: The Compact's commission meets {words}")
    )
    assert told(examine(folder, RULES), folder) == []
