"""The data dictionary has every file, key and word of the model with its meaning and an example, and nothing else."""

import re
import shlex
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from jsonschema import Draft202012Validator

from dashboard.cli import COMMANDS, main
from dashboard.loading.dossier import FRONT, RECORDS, load
from dashboard.loading.explanations import Key, as_yaml, keys
from dashboard.loading.schema import examples, schemas
from dashboard.loading.template import FILES
from dashboard.model.dates import EventDate
from tests.data_dictionary import README, example, records, row, word_row, words, written
from tests.record import FOLDER, HARBOUR

README_OF_ALL = README.parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")
REMEDY = "run: python -m tests.data_dictionary"
# What stands below each marker of a list of keys, by the model's name; of words likewise.
TABLES = re.findall(r"^<!-- (keys|words): (\w+)[\w ]* -->\n\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
BLOCKS = re.findall(r"^<!-- (yaml|example): ([\w ]+) -->\n\n?```yaml\n(.*?)```$", TEXT, re.MULTILINE | re.DOTALL)
_TOLD = re.compile(r"^\.venv/bin/python -m dashboard (.+)$", re.MULTILINE)
COMMANDS_TOLD = _TOLD.findall(TEXT)

Output = pytest.CaptureFixture[str]


def rows(kind: str, name: str) -> list[str]:
    """List the rows of all tables on one record or one list of words."""
    return [line for found, about, table in TABLES if (found, about) == (kind, name) for line in table.splitlines()[2:]]


KEYS = [(name, key.name) for name, (record, defined) in records().items() for key in keys(record, defined)]


# Records whose keys are told, as far as they mean the same, in the table of another.
TOLD_OF = {"Track": "Lane", "Order": "Choice", "Match": "Choice", "StandingQuestion": "Choice"}


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_no_key_lacks_its_meaning_and_an_example(name: str, key: str) -> None:
    told = of(name)[key]
    other = of(TOLD_OF.get(name, name)).get(key)
    if other and (other.about, other.form) == (told.about, told.form):
        name, told = TOLD_OF.get(name, name), other
    assert row(told) in rows("keys", name), f"data/README.md lacks {key} of {name}; {REMEDY}"


def of(name: str) -> dict[str, Key]:
    """Give the keys of a record by name."""
    return {key.name: key for key in keys(*records()[name])}


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, some in words().items() for word in some])
def test_no_word_lacks_its_meaning(name: str, word: str) -> None:
    [told] = [one for one in words()[name] if one == word]
    assert word_row(told) in rows("words", name), f"data/README.md lacks {word} of {name}; {REMEDY}"


def test_no_key_and_no_word_stands_there_that_is_no_more() -> None:
    known = {row(key) for record, defined in records().values() for key in keys(record, defined)}
    known |= {word_row(word) for some in words().values() for word in some}
    assert [line for kind, name, _ in TABLES for line in rows(kind, name) if line not in known] == []
    assert {name for kind, name, _ in TABLES if kind == "keys"} == set(records())
    assert {name for kind, name, _ in TABLES if kind == "words"} == set(words())


def test_tables_and_examples_are_those_of_the_model() -> None:
    assert written(TEXT) == TEXT, REMEDY


def test_a_key_or_word_that_is_new_would_be_missed() -> None:
    assert written("<!-- words: Rank -->\n\n| old | table |\n|---|---|\n| `old` | word |\n\nmore\n").endswith(" |\n\nmore\n")
    assert "`old`" not in written("<!-- words: Rank -->\n\n| old | table |\n|---|---|\n| `old` | word |\n")


@pytest.mark.parametrize("name", [FRONT, *RECORDS])
def test_each_file_has_its_section_and_its_examples(name: str) -> None:
    assert f"\n## {name}.yaml\n" in TEXT
    assert f"| `{name}.yaml` |" in TEXT
    shown = [content for _, about, content in BLOCKS if about.split()[0] == name]
    whole = [example(name)] if name == FRONT else [example(name, number) for number in range(1, len(examples()[name]) + 1)]
    assert [one for one in whole if one not in shown] == []


def test_every_example_is_marked_as_what_it_is() -> None:
    assert TEXT.count("```yaml\n") == len(BLOCKS)


@pytest.mark.parametrize(("about", "content"), [block[1:] for block in BLOCKS])
def test_every_example_is_right(about: str, content: str) -> None:
    name, *rest = about.split()
    schema = schemas()[name]
    if rest == ["part"]:
        schema = {**schema, "required": []}
    assert [error.message for error in Draft202012Validator(schema).iter_errors(yaml.safe_load(content))] == []


def added(folder: Path) -> Path:
    """Add the source, event and change of the steps to a dossier, as they say."""
    source, event, change = (
        next(content for kind, about, content in BLOCKS if (kind, about) == ("yaml", name))
        for name in ("sources", "events", "dossier part")
    )
    head, _, changes = change.partition("changes:\n")
    edit(folder / "sources.yaml", "- id: port-1995-10-09\n", f"{source}- id: port-1995-10-09\n")
    edit(folder / "events.yaml", "- id: 1995-10-dredger-laid-up", f"{event}\n- id: 1995-10-dredger-laid-up")
    edit(folder / "dossier.yaml", 'edition: "2"\nedited: "1998-05-04"\n', head)
    edit(folder / "dossier.yaml", "changes:\n", f"changes:\n{changes}")
    return folder


def edit(file: Path, before: str, after: str) -> None:
    """Put one text in place of another that is there."""
    text = file.read_text(encoding="utf-8")
    assert before in text, before
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_whoever_follows_the_steps_has_a_dossier_that_checks(tmp_path: Path, capsys: Output) -> None:
    folder = added(copytree(HARBOUR, tmp_path / "harbour"))
    code = main(["check", str(folder)])
    assert code == 0, capsys.readouterr().out
    found = load(folder)
    assert found.event["1995-06-07-council-hears-board"].number == len(found.events) == 15


EVENTS = "events.yaml"
MOVED = 'number: 6\n  date: "1993-09-15/1993-09-16"'
NEW_SOURCE = "- {id: n, type: report, title: New, rank: press, language: en, note: Read on paper.}\n- id: port-1995-10-09\n"
MISTAKES = [
    (EVENTS, "{id: gazette-1994-03-02,", "{id: gazette-1994-03-03,", "is not a source; did you mean"),
    (EVENTS, "tracks: [talks, works]", "tracks: [talk, works]", "is not a track; did you mean"),
    (EVENTS, "kind: policy", "kind: decision", "is not one of its words; choose from"),
    (EVENTS, "  label: Toll on spoil\n", "", "is missing; it is required"),
    (EVENTS, "  label: Toll on spoil\n", "  label:\n", "is empty; write it"),
    (EVENTS, "  label: Toll on spoil\n", "  lable: Toll on spoil\n", "is not a key of this record; did you mean"),
    (
        EVENTS,
        "label: Toll on spoil\n",
        "label: Toll on all the spoil that crosses the bar\n",
        "has 42 characters; use at most 34",
    ),
    (EVENTS, 'date: "1994-06-30"', "date: 30 June 1994", "is not a date of the calendar; write it like"),
    (EVENTS, 'date: "1994-06-30"', "date: 30.6.1994", "write the year first"),
    (EVENTS, 'date: "1994-06-30"', "date: “1994-06-30”", "has typographic quotation marks; use straight ones"),
    (EVENTS, "tracks: [talks, works]", "tracks: works", "is not a list; write it in square brackets"),
    (EVENTS, "number: 14\n", "number: 13\n", "give the newer of the two 14, the next free one"),
    (EVENTS, "label: Toll repealed", "label: Toll on spoil", "by its number, its own"),
    (EVENTS, "number: 14\n", "number: 15\n", "number the events 1, 2, 3 ... without a gap"),
    (EVENTS, "  asserted_by: [institute]\n", "", "is asserted, and asserted_by is missing"),
    (EVENTS, "  kind: meeting\n", "  kind: meeting\n  asserted_by: [institute]\n", "does not fit an event that is documented"),
    (EVENTS, "event: 1993-11-15-first-talks,", "event: 1996-06-12-accord,", "later than this event"),
    (EVENTS, 'date: "1997-02-03"', 'date: "1997-02-04"', "does not begin with the date; begin it with"),
    (EVENTS, "layer: aftermath", "layer: core", "does not fit"),
    (EVENTS, "on a joint survey but", "in 1999 on a joint survey but", "later than the event was public"),
    (EVENTS, 'known: "1995-01-20"', 'known: "1993-01-20"', "is before the date"),
    ("sources.yaml", "  URL: https://example.org/compact\n", "", "has neither URL nor note"),
    (EVENTS, "- {id: accord-1996, locator: Articles 1-3}", "- accord-1996", "is not a mapping; write it as keys and values"),
    ("dossier.yaml", 'edited: "1998-05-04"', 'edited: "1998-05-05"', "let them agree"),
    (EVENTS, 'number: 6\n  date: "1993-11-15/1993-11-16"', MOVED, "stands too late in the file; it belongs after"),
    ("sources.yaml", "- id: port-1995-10-09\n", NEW_SOURCE, "no record cites it"),
    (EVENTS, "parties: [ferries]", "parties: []", "has 0 entries; give at least 1"),
    (EVENTS, "- id: 1994-02-ferry-waits", "- id: 1994-02-", "is not written as it has to be"),
    (
        EVENTS,
        "title: The Compact's commission meets",
        "title: The Compact: it meets",
        "is not YAML: mapping values are not allowed",
    ),
    (EVENTS, "  summary: The towns agree", "summary: The towns agree", "is not YAML: did not find expected '-' indicator"),
    (EVENTS, "  layer: context\n", "  layer: context\n  layer: core\n", "stands twice in this record; keep one of the two"),
    (EVENTS, "- id: 1997-02-03", "  id: 1997-02-03", "is the hyphen before it missing?"),
    (EVENTS, "label: Toll on spoil\n", "label: Toll on spoil\n  locator: para. 1\n", "it belongs under sources; indent it"),
    (EVENTS, "  label: Toll on spoil\n", "\tlabel: Toll on spoil\n", "a tab stands where spaces belong; use spaces"),
]


@pytest.mark.parametrize(("file", "before", "after", "message"), MISTAKES, ids=[mistake[-1] for mistake in MISTAKES])
def test_what_it_tells_of_a_mistake_is_what_check_says(
    file: str, before: str, after: str, message: str, tmp_path: Path, capsys: Output
) -> None:
    folder = copytree(HARBOUR, tmp_path / "harbour")
    edit(folder / file, before, after)
    assert main(["check", str(folder)]) == 1
    assert message in capsys.readouterr().out
    assert f"`{message}`" in TEXT


def test_it_tells_of_no_message_that_check_does_not_give() -> None:
    table = re.findall(r"^\| it says \|.*\n\|---.*\n((?:\|.*\n)+)", TEXT, re.MULTILINE)[0]
    told = [message for line in table.splitlines() for message in re.findall(r"`(.+?)`", line.split(" | ")[0])]
    assert told == [mistake[-1] for mistake in MISTAKES]


def test_every_form_of_a_date_is_read_as_it_says() -> None:
    found = re.findall(r'^\| `"([^"]+)"` \| .+? \| (.+?) \|$', TEXT, re.MULTILINE)
    assert len(found) == 9
    assert [(written, str(EventDate.parse(written))) for written, _ in found] == found


def test_every_command_in_it_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    copytree(FOLDER, tmp_path / "data" / FOLDER.name)
    monkeypatch.chdir(tmp_path)
    section = README_OF_ALL.read_text(encoding="utf-8").partition("\n## The record\n")[2].partition("\n## ")[0]
    told = [*COMMANDS_TOLD, *_TOLD.findall(section)]
    assert {command.split()[0] for command in told} == set(COMMANDS) - {"export"}
    for command in told:
        assert main(shlex.split(command)) == 0, command
        assert capsys.readouterr().out


def test_every_kind_of_record_that_can_be_begun_is_named() -> None:
    assert [name for name in FILES if f"`new {name}`" not in TEXT and f"new {name} " not in TEXT] == []


def test_every_link_leads_somewhere() -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert target.removeprefix("#") in headings if target.startswith("#") else (README.parent / target).exists(), target


def test_what_is_told_of_a_form_is_what_the_model_asks() -> None:
    assert of("Event")["label"].form == "text, at most 34 characters"
    assert "| `label` | yes | text, at most 34 characters | " in TEXT


@pytest.mark.parametrize(
    "value",
    ["a b", "1993-04~", "1993-04-01", "1993-04-night", "a: b", "# a", "no", "Null", "3", 3, [], ["a, b", "no"],
     {"a": {"b": ["c]"]}}, "it's", '"q"', "[x]", "**x**", "https://example.org/?a=b", "a #b", "-", "é", "1e3", "0x1F", "~"],
)  # fmt: skip
def test_a_value_on_one_line_is_read_back_as_it_was(value: object) -> None:
    assert yaml.safe_load(as_yaml(value)) == value
    assert yaml.safe_load(f"key: {as_yaml(value)}") == {"key": value}
    assert yaml.safe_load(as_yaml([value])) == [value]
