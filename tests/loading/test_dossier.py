"""Everything wrong with a dossier is reported at once: where, what, and what would be right.

Each case edits a copy of the harbour dossier: in a file, some text that stands there once gives way to another. The problem is
expected on the line on which that other text begins, or else where the text named as ``at`` first stands.
"""
# ruff: noqa: E501 - a case is one line of the table

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.loading.dossier import load
from dashboard.loading.problems import DossierError
from dashboard.model.dates import FORMS
from dashboard.rules.all import RULES

HARBOUR = Path(__file__).parents[1] / "dossiers" / "harbour"
NO_DATE = f"is not a date of the calendar; write it like {FORMS}"
NO_WORD = "is not one of its words; choose from"
PARTIES = "choose from brackwater, brackwater-board, sallowhithe, sallowhithe-port, institute, ferries"
EMPTY = "is empty; write it"
MISSING = "is missing; it is required"
NO_MAPPING = "is not a mapping; write it as keys and values"
DENIAL = "1993-09-20-sallowhithe-denies"


@dataclass(frozen=True)
class Case:
    """One edit, and the one problem that it makes."""

    file: str
    old: str
    new: str
    says: str  # record, field and message
    at: str = ""  # where the problem is expected, if not where the new text begins


# fmt: off
CASES = [
    # Ids that name nothing
    Case("events", "tracks: [talks, works]", "tracks: [talks, x]", "E9  tracks: 'x' is not a track; choose from talks, works"),
    Case("events", "parties: [ferries]", "parties: [x]", f"E8  parties: 'x' is not a party; {PARTIES}"),
    Case("events", "disputed_by: [sallowhithe-port]", "disputed_by: [x]", f"E3  disputed_by: 'x' is not a party; {PARTIES}"),
    Case("events", f"event: {DENIAL}", f"event: {DENIAL}x", f"E9  responds_to.event: '{DENIAL}x' is not an event; did you mean '{DENIAL}'?"),
    Case("events", "id: port-1995-10-09", "id: port-1995", "E12  sources.id: 'port-1995' is not a source; did you mean 'port-1995-10-09'?"),
    Case("events", "id: council-1995-02-03", "id: qqqq", "E4  later.sources.id: 'qqqq' is not a source; no id is near to it; look in sources.yaml, or add it there"),
    Case("events", "people: [ada-thorn]\n  standing: documented\n  resp", "people: [ada]\n  standing: documented\n  resp", "E4  people: 'ada' is not a person; choose from ada-thorn"),
    Case("glossary", "see_also: [bar]", "see_also: [barr]", "spoil  see_also: 'barr' is not a term; did you mean 'bar'? choose from spoil, bar"),
    Case("dossier", "side: west-bank, part_of", "side: x, part_of", "parties.side: 'x' is not a side; choose from east-bank, west-bank, neither-bank"),
    Case("dossier", "part_of: sallowhithe}", "part_of: x}", f"parties.part_of: 'x' is not a party; {PARTIES}"),
    Case("dossier", "events: [1997", "events: [1998", "changes.events: '1998-02-03-toll-repealed' is not an event; did you mean '1997-02-03-toll-repealed'?"),
    Case("measures", "track: works", "track: soundings", "spoil-toll  track: 'soundings' is not a track; choose from talks, works"),
    Case("positions", "replies_to: bar-board-1993", "replies_to: x", "what-raised-the-bar  entries.replies_to: 'x' is not an entry; choose from bar-board-1993, bar-port-1993, bar-port-1993-piers, bar-board-1995"),
    Case("briefs", "measure: spoil-toll", "measure: toll", "the-bar-in-three-minutes  scenes.measure: 'toll' is not a measure; choose from joint-survey, spoil-toll"),
    Case("briefs", "tracks: [works]", "tracks: [x]", "the-bar-in-three-minutes  scenes.view.tracks: 'x' is not a lane; choose from soundings, talks, works"),
    Case("briefs", "question: what-raised-the-bar", "question: x", "the-bar-in-three-minutes  scenes.question: 'x' is not a question; choose from what-raised-the-bar"),
    Case("people", "party: brackwater,", "party: x,", f"ada-thorn  offices.party: 'x' is not a party; {PARTIES}"),
    # Dates
    Case("events", 'date: "1995-03-28"', 'date: "1995-02-29"', f"E10  date: '1995-02-29' {NO_DATE}"),
    Case("events", 'date: "1995-05/1995-08"', 'date: "1995-05/1995-04"', "E11  date: '1995-05/1995-04' ends before it begins; write the earlier date first"),
    Case("events", 'known: "1991-12-05"', 'known: "winter"', f"E2  known: 'winter' {NO_DATE}"),
    Case("events", 'known: "1991-12-05"', 'known: "1990-12-05"', "E2  known: 5 December 1990 is before the date, 1991 (uncertain); leave it out, or give the later day"),
    Case("events", 'known: "1996-06"', "known:", f"E4  later.known: is empty; write it like {FORMS}"),
    Case("events", 'date: "1981"', "date: [1981]", f"E1  date: a date is text; write it like {FORMS}"),
    Case("dossier", 'window: "1993-01/1996-12"', 'window: "1993/.."', "window: '1993/..' is not an interval; write it like \"2014-07/2017-12\""),
    Case("dossier", 'cutoff: "1996-12-31"', 'cutoff: "1996-12-32"', f"cutoff: '1996-12-32' {NO_DATE}"),
    Case("dossier", 'edited: "1998-05-04"', 'edited: "1998-05"', "edited: '1998-05' is not a single day; write it like \"2014-07-29\""),
    Case("dossier", 'date: "1996-09-01"', 'date: "1996?"', "changes.date: '1996?' is not a single day; write it like \"2014-07-29\""),
    Case("measures", 'date: "1995-04-01"', 'date: "1995-04-31"', f"spoil-toll  stages.date: '1995-04-31' {NO_DATE}"),
    Case("measures", 'date: "1995-03-28"', 'date: "1995-3-28"', f"spoil-toll  stop_condition.date: '1995-3-28' {NO_DATE}"),
    Case("positions", 'date: "1995-02-03"', 'date: "03.02.1995"', "what-raised-the-bar  entries.date: '03.02.1995' has the year last; write the year first: \"1995-02-03\""),
    Case("briefs", 'as_of: "1995-02-01"', 'as_of: "1995-02"', "the-bar-in-three-minutes  scenes.view.as_of: '1995-02' is not a single day; write it like \"2014-07-29\""),
    Case("people", 'from: "1992-05"', 'from: "1992-15"', f"ada-thorn  offices.from: '1992-15' {NO_DATE}"),
    Case("sources", 'issued: "1981"', 'issued: "198X"', f"compact-1981  issued: '198X' {NO_DATE}"),
    Case("events", 'date: "1995-03-28"', "date: “1995-03-28”", "E10  date: '“1995-03-28”' has typographic quotation marks; use straight ones"),
    Case("events", 'date: "1995-03-28"', "date: 28/3/1995", "E10  date: '28/3/1995' has the year last; write the year first: \"1995-03-28\""),
    Case("events", 'date: "1995-03-28"', "date: 3/28/1995", "E10  date: '3/28/1995' has the year last; write the year first: \"1995-03-28\""),
    Case("events", 'date: "1995-03-28"', "date: 3/4/1995", f"E10  date: '3' {NO_DATE}"),
    Case("events", 'date: "1995-03-28"', "date: 31.2.1995", f"E10  date: '31.2.1995' {NO_DATE}"),
    # Words of closed lists
    Case("events", "importance: key\n  parties: [brackwater-board]", "importance: Key\n  parties: [brackwater-board]", "E4  importance: 'Key' is not one of its words; did you mean 'key'? choose from key, major, detail"),
    Case("events", "layer: context", "layer:", "E8  layer: is empty; choose from background, core, context, aftermath"),
    Case("events", "kind: finding", "kind: Finding", "E4  kind: 'Finding' is not one of its words; did you mean 'finding'? choose from finding, statement, meeting, report, legislation, designation, research, deployment, test, treaty, policy"),
    Case("events", "layer: context", "layer: no", f"E8  layer: 'no' {NO_WORD} background, core, context, aftermath"),
    Case("events", "grounds: inferred}]\n  sources:\n    - {id: board-1993", "grounds: x}]\n  sources:\n    - {id: board-1993", f"E4  responds_to.grounds: 'x' {NO_WORD} stated, inferred"),
    Case("measures", "stage: ended", "stage: end", "spoil-toll  stages.stage: 'end' is not one of its words; did you mean 'ended'? choose from considered, announced, authorized, funded, in-force, ended"),
    Case("measures", "standing: none-stated", "standing: none", f"joint-survey  stop_condition.standing: 'none' {NO_WORD} stated, independent, none-stated"),
    Case("positions", "kind: counter-claim", "kind: x", f"what-raised-the-bar  entries.kind: 'x' {NO_WORD} claim, reply, counter-claim, silence"),
    Case("dossier", "symbol: square", "symbol: star", f"tracks.symbol: 'star' {NO_WORD} circle, square, triangle-up, diamond"),
    Case("dossier", "glyph: half", "glyph: x", f"standings.glyph: 'x' {NO_WORD} filled, half, hollow"),
    Case("dossier", "place: between", "place: x", f"sides.place: 'x' {NO_WORD} left, right, between"),
    Case("briefs", "page: responses", "page: x", f"the-bar-in-three-minutes  scenes.page: 'x' {NO_WORD} timeline, responses, positions"),
    Case("sources", "rank: reference", "rank: x", f"institute-1995-01-20  rank: 'x' {NO_WORD} primary, reference, press"),
    Case("questions", "kind: choice\n  level: 3", "kind: x\n  level: 3", f"whose-word-for-the-dredger  kind: 'x' {NO_WORD} choice, order, match, standing"),
    Case("events", "kind: finding", "kind: [finding]", f"E4  kind: a list {NO_WORD} finding, statement, meeting, report, legislation, designation, research, deployment, test, treaty, policy"),
    Case("events", "layer: context", "layer: {a: context}", f"E8  layer: a mapping {NO_WORD} background, core, context, aftermath"),
    Case("questions", "kind: choice\n  level: 3", "kind: [choice]\n  level: 3", f"whose-word-for-the-dredger  kind: a list {NO_WORD} choice, order, match, standing"),
    # Keys and shapes
    Case("events", "  label: Toll on spoil\n", "", f"E10  label: {MISSING}", "- id: 1995-03-28"),
    Case("events", "  number: 14\n", "", f"1997-02-03-toll-repealed  number: {MISSING}", "- id: 1997"),
    Case("events", "id: 1981-harbour-compact\n  ", "", f"E1  id: {MISSING}", "number: 1\n"),
    Case("questions", "  answer: barges with spoil\n", "", f"what-the-toll-was-on  answer: {MISSING}", "- id: what-the-toll-was-on"),
    Case("questions", "  kind: choice\n  level: 3\n", "  level: 3\n", f"whose-word-for-the-dredger  kind: {MISSING}", "- id: whose-word"),
    Case("events", "label: Toll repealed", "label: Toll repealed\n  colour: red", "E14  colour: is not a key of this record; take it out, or check its spelling", "colour"),
    Case("events", "label: Toll repealed", "label: Toll repealed\n  locator: para. 1", "E14  locator: is not a key of this record; it belongs under sources; indent it", "locator: para. 1\n"),
    Case("sources", "URL: https://example.org/notice", "url: https://example.org/notice", "port-1995-10-09  url: is not a key of this record; did you mean 'URL'?"),
    Case("sources", "URL: https://example.org/notice", "URL:", "port-1995-10-09  URL: is empty; write it like https://www.example.org/page, or take it out"),
    Case("glossary", "see_also: [bar]", 'see_also: [""]', "spoil  see_also: is empty; choose from spoil, bar, or take it out"),
    Case("events", "id: port-1995-10-09", "id: ", "E12  sources.id: is empty; write the id of a source"),
    Case("events", "id: 1991-bar-said-to-rise", "id:", "E2  id: is empty; write lower-case letters and digits, with single hyphens between them"),
    Case("events", "number: 14", "number:", "1997-02-03-toll-repealed  number: is empty; write digits only"),
    Case("events", "- id: 1997-02-03", "  id: 1997-02-03", "id: a second id stands on line 234; is the hyphen before it missing?"),
    Case("people", "office: Mayor", "from_: x, office: Mayor", "ada-thorn  offices.from_: is not a key of this record; did you mean 'from'?"),
    Case("events", "label: Toll on spoil", "label: Toll on spoil\n  label: Toll", "label: stands twice in this record; keep one of the two", "label: Toll\n"),
    Case("events", "label: Toll on spoil", "label:", f"E10  label: {EMPTY}"),
    Case("events", "label: Toll on spoil", "label: '   '", f"E10  label: {EMPTY}"),
    Case("events", "label: Toll on spoil", f"label: {'x' * 35}", "E10  label: has 35 characters; use at most 34"),
    Case("events", "title: The two towns sign the Maren Harbour Compact", f"title: {'x' * 81}", "E1  title: has 81 characters; use at most 80"),
    Case("events", "parties: [institute]", "parties: institute", "E7  parties: 'institute' is not a list; write it in square brackets or with hyphens"),
    Case("events", "parties: [institute]", "parties: []", "E7  parties: has 0 entries; give at least 1"),
    Case("events", "parties: [institute]", "parties: [[institute]]", "E7  parties: is a list or a mapping; write plain text"),
    Case("events", "summary: The towns agree on a joint survey but not on its date.", "summary: [x]", "E6  summary: is a list or a mapping; write plain text"),
    Case("events", "number: 14", "number: fourteen", "1997-02-03-toll-repealed  number: 'fourteen' is not a whole number; write digits only"),
    Case("events", "number: 14", "number: 14.0", "1997-02-03-toll-repealed  number: '14.0' is not a whole number; write digits only"),
    Case("events", "number: 14", "number: 1_4", "1997-02-03-toll-repealed  number: '1_4' is not a whole number; write digits only"),
    Case("events", "number: 14", "number: 0", "E0  number: 0 is too small; use more than 0"),
    Case("events", "number: 14", "number: [14]", "1997-02-03-toll-repealed  number: is a list or a mapping; write digits only"),
    Case("questions", "level: 1\n  prompt: What", "level: 4\n  prompt: What", "what-the-toll-was-on  level: 4 is too large; use at most 3"),
    Case("measures", "standing: stated", "standing: stated\n    basis: x", "spoil-toll  stop_condition.basis: is not a key of this record; take it out, or check its spelling", "basis: x"),
    Case("measures", "stages:\n    - {stage: authorized, event: 1995-03-28-spoil-toll}", "stages:\n    - announced", f"spoil-toll  stages: 'announced' {NO_MAPPING}", "- announced"),
    Case("glossary", "- id: spoil\n", "- spoil\n- id: spoil\n", f"record 1  'spoil' {NO_MAPPING}"),
    Case("questions", "- id: standing-of-the-accord\n", "- x\n- id: standing-of-the-accord\n", f"record 10  'x' {NO_MAPPING}"),
    Case("dossier", 'color: "#2f5f3a"', 'color: "green"', "tracks.color: 'green' is not written as it has to be; write \"#\" and six digits or letters from a to f, like \"#2f5f3a\""),
    Case("sources", "URL: https://example.org/notice", "URL: javascript:alert(1)", "port-1995-10-09  URL: 'javascript:alert(1)' is not a web address; write it like https://www.example.org/page"),
    Case("people", 'attested: "1996-06-12"', 'to: ""', f"ada-thorn  offices.to: is empty; write it like {FORMS}, or take it out"),
    # What stands only once
    Case("events", "id: 1991-bar-said-to-rise", "id: 1981-harbour-compact", "E2  id: '1981-harbour-compact' is the id of E1 on line 3 and of E2 on line 18; give the newer, E2 by its number, its own"),
    Case("events", "number: 14", "number: 1", "E1  number: '1' is the number of 1981-harbour-compact on line 4 and of 1997-02-03-toll-repealed on line 235; give the newer of the two 14, the next free one"),
    Case("events", "label: Toll repealed", "label: Harbour Compact signed", "E14  label: 'Harbour Compact signed' is the label of E1 on line 6 and of E14 on line 237; give the newer, E14 by its number, its own"),
    Case("events", "title: Brackwater's council repeals the toll on spoil", "title: The two towns sign the Maren Harbour Compact", "E14  title: 'The two towns sign the Maren Harbour Compact' is the title of E1 on line 7 and of E14 on line 238; give the newer, E14 by its number, its own"),
    Case("measures", "label: Spoil toll", "label: Joint survey", "spoil-toll  label: 'Joint survey' is the label of joint-survey on line 4 and of spoil-toll on line 23; give the newer of the two its own"),
    Case("positions", "id: bar-board-1995", "id: bar-port-1993", "what-raised-the-bar  id: 'bar-port-1993' is the id on line 13 and on line 30; give the newer of the two its own"),
    Case("sources", "https://example.org/notice", "https://example.org/compact", "port-1995-10-09  URL: 'https://example.org/compact' is the URL of compact-1981 on line 5 and of port-1995-10-09 on line 99; give the newer of the two its own"),
]
# fmt: on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the harbour dossier to where it may be broken."""
    return copytree(HARBOUR, tmp_path / "harbour")


def edit(folder: Path, file: str, old: str, new: str) -> str:
    """Put one text for another that stands in the file once; give what the file is then."""
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def problems(folder: Path) -> list[str]:
    """Load a dossier that has problems, and list them as lines without the folder."""
    with pytest.raises(DossierError) as refusal:
        load(folder, RULES)
    return str(refusal.value).replace(f"{folder}/", "").splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file} {case.says.partition(': ')[0]} {case.new[:20]!r}")
def test_a_broken_record_is_told_by_file_line_record_and_field(folder: Path, case: Case) -> None:
    text = edit(folder, case.file, case.old, case.new)
    before = text[: text.index(case.at)] if case.at else (HARBOUR / f"{case.file}.yaml").read_text().partition(case.old)[0]
    line = before.count("\n") + 1
    assert problems(folder) == [f"{case.file}.yaml:{line}  {case.says}"]


def test_the_harbour_dossier_itself_has_no_problem(folder: Path) -> None:
    assert len(load(folder).events) == 14
    assert load(folder) == load(HARBOUR)


def test_everything_wrong_is_told_in_one_go_in_the_order_of_files_and_lines(folder: Path) -> None:
    edit(folder, "sources", "type: hearing", "type: talk")
    edit(folder, "events", "layer: context", "layer: x")
    edit(folder, "events", "  kind: meeting\n", "")
    edit(folder, "dossier", "symbol: square", "symbol: x")
    (folder / "people.yaml").write_bytes(b"\xff")
    edit(folder, "glossary", "aliases: [dredgings]", "aliases: [dredgings")
    found = [problem.split(":")[0] for problem in problems(folder)]
    assert found == ["dossier.yaml", "events.yaml", "events.yaml", "glossary.yaml", "people.yaml", "sources.yaml"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("events", 'date: "1995-03-28"', "date: x"),
        ("sources", "type: hearing", "type: x"),
        ("positions", "kind: claim", "kind: x"),
        ("measures", "standing: none-stated", "standing: x"),
        ("people", "name: Ada Thorn", "name:"),
        ("glossary", "term: Bar", "term:"),
        ("dossier", "symbol: diamond", "symbol: x"),
    ],
)
def test_a_record_with_a_problem_makes_no_false_problem_of_those_that_name_it(
    folder: Path, file: str, old: str, new: str
) -> None:
    edit(folder, file, old, new)
    assert len(problems(folder)) == 1


@pytest.mark.parametrize("name", sorted(path.stem for path in HARBOUR.glob("*.yaml")))
def test_a_missing_file_is_the_only_problem(folder: Path, name: str) -> None:
    (folder / f"{name}.yaml").unlink()
    assert problems(folder) == [f"{name}.yaml:1  can't be read (No such file or directory); put the file there"]


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("notes.yaml", ""),
        ("event.yaml", "did you mean 'events.yaml'? "),
        ("events.yml", "did you mean 'events.yaml'? "),
        ("notes.txt", ""),
    ],
)
def test_a_file_that_no_dossier_has_is_a_problem(folder: Path, name: str, guess: str) -> None:
    (folder / name).write_text("", encoding="utf-8")
    known = ", ".join(sorted(path.name for path in HARBOUR.glob("*.yaml")))
    assert problems(folder) == [f"{name}:1  is no file of a dossier; {guess}choose from {known}"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "[]\n", "- a\n", "text\n"])
def test_a_front_matter_that_is_no_mapping_is_a_problem(folder: Path, text: str) -> None:
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    assert [problem.split("  ")[0] for problem in problems(folder)] == ["dossier.yaml:1"]


@pytest.mark.parametrize("text", ["a: b\n", "text\n"])
def test_a_file_of_records_that_is_no_list_is_a_problem(folder: Path, text: str) -> None:
    (folder / "briefs.yaml").write_text(text, encoding="utf-8")
    assert problems(folder) == ["briefs.yaml:1  is not a list; begin each record with a hyphen"]


def test_a_file_without_records_still_makes_every_reference_to_them_a_problem(folder: Path) -> None:
    (folder / "people.yaml").write_text("[]\n", encoding="utf-8")
    assert [problem.partition("; ")[0].partition("  ")[2] for problem in problems(folder)] == [
        "E4  people: 'ada-thorn' is not a person",
        "E13  people: 'ada-thorn' is not a person",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("events", "  label: Toll on spoil", "  lable: Toll on spoil", "E10  lable: is not a key of this record; did you mean 'label'?"),
        ("events", "grounds: inferred}]\n  sources:\n    - {id: board-1993", "ground: inferred}]\n  sources:\n    - {id: board-1993",
         "E4  responds_to.ground: is not a key of this record; did you mean 'grounds'?"),
        ("questions", "    left: [finding,", "    lefts: [finding,", "match-acts-and-years  options.lefts: is not a key of this record; did you mean 'left'?"),
        ("sources", "  container-title: Annals", "  container_title: Annals", "institute-1995-01-20  container_title: is not a key of this record; did you mean 'container-title'?"),
        ("dossier", "    aim: In Brackwater's terms, less", "    aims: In Brackwater's terms, less", "tracks.aims: is not a key of this record; did you mean 'aim'?"),
        ("dossier", "cutoff:", "cut-off:", "cut-off: is not a key of this record; did you mean 'cutoff'?"),
    ],
)  # fmt: skip
def test_a_misspelt_key_is_one_problem_that_names_the_right_one(folder: Path, file: str, old: str, new: str, says: str) -> None:
    edit(folder, file, old, new)
    assert [problem.partition("  ")[2] for problem in problems(folder)] == [says]


def test_a_key_that_stands_there_already_is_not_the_one_that_was_meant(folder: Path) -> None:
    edit(folder, "events", "  label: Toll on spoil", "  label: Toll on spoil\n  labels: x")
    [problem] = problems(folder)
    assert problem.endswith("labels: is not a key of this record; take it out, or check its spelling")


def test_an_alias_is_one_problem_and_not_two(folder: Path) -> None:
    edit(
        folder,
        "events",
        "parties: [institute]\n  standing: asserted\n  asserted_by: [institute]",
        "parties: &a [institute]\n  standing: asserted\n  asserted_by: *a",
    )
    assert [problem.partition("  ")[2] for problem in problems(folder)] == [
        "asserted_by: is an alias of another value; write the value out"
    ]


def test_numbers_and_dates_stay_as_they_are_written(folder: Path) -> None:
    edit(folder, "sources", 'volume: "9"', "volume: 1e3")
    edit(folder, "sources", 'page: "3"', "page: no")
    edit(folder, "sources", 'issued: "1981"', "issued: 1981")
    edit(folder, "dossier", 'edition: "2"\nedited', "edition: 2.0\nedited")
    dossier = load(folder)
    assert dossier.source["institute-1995-01-20"].volume == "1e3"
    assert dossier.source["gazette-1991-12-05"].page == "no"
    assert str(dossier.source["compact-1981"].issued) == "1981"
    assert dossier.front.edition == "2.0"
