"""YAML is read as text, with the line of every value; what can't be read is a problem and never a crash."""

from pathlib import Path

import pytest

from dashboard.loading.yaml_text import Tree, YamlText, read

# Scalars that YAML's own rules turn into other types, or that look as if they might be.
PLAIN = [
    "no",
    "yes",
    "on",
    "null",
    "~",
    "true",
    "2014",
    "2014-07-29",
    "1e3",
    "0x1F",
    "0o17",
    "12:30:45",
    ".inf",
    ".nan",
    "1_000",
    "+5",
]


def _read(folder: Path, text: str | bytes) -> YamlText:
    file = folder / "some.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(file)


@pytest.mark.parametrize("scalar", PLAIN)
def test_every_scalar_stays_text(tmp_path: Path, scalar: str) -> None:
    text = _read(tmp_path, f"value: {scalar}\nlist: [{scalar}]\n{scalar}: key\n")
    assert text.tree == {"value": scalar, "list": [scalar], scalar: "key"}
    assert text.problems == ()


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("", []),
        ("# only a comment\n", []),
        ("a:\n", {"a": ""}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: |-\n  one\n  two\n", {"a": "one\ntwo"}),
        ("a: 'it''s'\n", {"a": "it's"}),
        ("- a: {b: [c, d]}\n", [{"a": {"b": ["c", "d"]}}]),
        ("!!python/object/apply:os.system [ls]\n", ["ls"]),
        ("a: !!int 5\n", {"a": "5"}),
        ("\ufeffa: café\n", {"a": "café"}),
        ("a: &name b\n", {"a": "b"}),
    ],
)
def test_the_tree_is_what_is_written(tmp_path: Path, written: str, tree: Tree) -> None:
    text = _read(tmp_path, written)
    assert text.tree == tree
    assert text.problems == ()


def test_every_value_has_the_line_on_which_it_stands(tmp_path: Path) -> None:
    text = _read(tmp_path, "# heading\n- id: a\n  list:\n    - one\n    - two\n- id: b\n")
    places = {(0, "id"): 2, (0, "list", 0): 4, (0, "list", 1): 5, (1,): 6}
    assert {place: text.line(place) for place in places} == places


def test_what_is_missing_is_on_the_line_of_what_should_hold_it(tmp_path: Path) -> None:
    text = _read(tmp_path, "\n- id: a\n\n- id: b\n")
    assert text.line((1, "label")) == 4
    assert text.line((7, "label")) == 2
    assert _read(tmp_path, "").line((0, "id")) == 1


@pytest.mark.parametrize(
    ("written", "line", "says"),
    [
        ("a: 1\na: 2\n", 2, "a: stands twice in this record; keep one of the two"),
        ("a:\n  b: 1\n  c: 2\n  b: 1\n", 4, "a.b: stands twice in this record; keep one of the two"),
        ("a: &x [1]\nb: *x\n", 2, "b: is an alias of another value; write the value out"),
        ("a: &x\n  b: *x\n", 2, "a.b: is an alias of another value; write the value out"),
        ("a: 1\n[b, c]: 2\n", 2, "has a key that is not plain text; write a word before the colon"),
    ],
)
def test_what_yaml_would_pass_over_is_a_problem(tmp_path: Path, written: str, line: int, says: str) -> None:
    text = _read(tmp_path, written)
    assert [str(problem) for problem in text.problems] == [f"{text.file}:{line}  {says}"]


@pytest.mark.parametrize(
    ("written", "line", "reason"),
    [
        ("a: [1, 2\nb: 3\n", 2, "did not find expected ',' or ']'"),
        ('a: "open\n\n', 3, "found unexpected end of stream"),
        ("a: b: c\n", 1, "mapping values are not allowed in this context"),
        ("a: 1\n---\nb: 2\n", 2, "but found another document"),
        ("a: *nowhere\n", 1, "found undefined alias"),
        ("- a\nb: c\n", 2, "did not find expected '-' indicator"),
    ],
)
def test_broken_yaml_is_a_problem_with_its_line(tmp_path: Path, written: str, line: int, reason: str) -> None:
    text = _read(tmp_path, written)
    advice = "check indentation, quotation marks and colons near this line"
    assert [str(problem) for problem in text.problems] == [f"{text.file}:{line}  is not YAML: {reason}; {advice}"]
    assert text.tree == []


def test_a_tab_before_a_key_is_called_a_tab(tmp_path: Path) -> None:
    text = _read(tmp_path, "a:\n\t- b\n")
    assert [str(problem) for problem in text.problems] == [f"{text.file}:2  a tab stands where spaces belong; use spaces"]


def test_a_record_whose_hyphen_is_missing_is_one_problem_and_hides_only_itself(tmp_path: Path) -> None:
    text = _read(tmp_path, "- id: a\n  number: 1\n\n  id: b\n  number: 2\n- id: c\n")
    assert [problem.message for problem in text.problems] == ["a second id stands on line 4; is the hyphen before it missing?"]
    assert text.tree == [{"id": "a", "number": "1"}, {"id": "c"}]
    assert text.hidden == ("b",)


def test_a_character_that_yaml_does_not_allow_is_a_problem(tmp_path: Path) -> None:
    [problem] = _read(tmp_path, "a: \x00\n").problems
    assert problem.message.startswith("is not YAML: ")
    assert problem.message.endswith("; take the character out")
    assert "\n" not in problem.message


def test_a_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    text = _read(tmp_path, b"a: caf\xe9\n")
    assert [str(problem) for problem in text.problems] == [
        f"{text.file}:1  is not UTF-8 text (invalid continuation byte); save it as UTF-8"
    ]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    text = read(tmp_path / "none.yaml")
    assert [problem.message for problem in text.problems] == ["can't be read (No such file or directory); put the file there"]
    assert [problem.message for problem in read(tmp_path).problems] == ["can't be read (Is a directory); put the file there"]


@pytest.mark.parametrize("depth", [600, 990, 5000, 100_000])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_no_depth_of_nesting_stops_the_program(tmp_path: Path, opens: str, closes: str, depth: int) -> None:
    text = _read(tmp_path, opens * depth + "b" + closes * depth)
    assert text.tree or text.problems


def test_no_file_unfolds_into_a_larger_one(tmp_path: Path) -> None:
    levels = [f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 30)]
    text = _read(tmp_path, "\n".join(["l0: &l0 [x]", *levels]))
    assert len(text.problems) == 9 * 29
    assert len(str(text.tree)) < 10_000


@pytest.mark.parametrize(
    ("written", "line", "says"),
    [
        (f"a: {'b' * 20_001}\n", 1, "a: has 20,001 characters; a text of a dossier has at most 20,000"),
        (f"a: 1\nb: {{c: {'d' * 20_001}}}\n", 2, "b.c: has 20,001 characters; a text of a dossier has at most 20,000"),
        ("- a\n" * 10_001, 1, "has 10,001 records; a file of a dossier has at most 10,000"),
        (f"a: 1\nb: [{'c, ' * 10_001}]\n", 2, "b: has 10,001 entries; a list of a dossier has at most 10,000"),
        (f"a: 1\n? {'b' * 201}\n: 1\n", 2, "has a key of 201 characters; a key has at most 200"),
        (f"#{' ' * 4_000_000}", 1, "has 4,000,001 bytes; a file of a dossier has at most 4,000,000"),
        ("[" * 22 + "]" * 22, 1, "stands more than 20 levels deep; a record of a dossier is not so deep"),
    ],
    ids=["a text", "a text within", "records", "a list", "a key", "a file", "depth"],
)
def test_what_is_larger_than_a_dossier_needs_is_refused_with_the_limit(
    tmp_path: Path, written: str, line: int, says: str
) -> None:
    text = _read(tmp_path, written)
    assert [str(problem) for problem in text.problems] == [f"{text.file}:{line}  {says}"]


@pytest.mark.parametrize("written", [f"a: {'b' * 20_000}\n", "- a\n" * 10_000, "[" * 20 + "]" * 20])
def test_what_is_as_large_as_it_may_be_is_read(tmp_path: Path, written: str) -> None:
    assert _read(tmp_path, written).problems == ()


@pytest.mark.parametrize("escape", ["\\u202e", "\\u200b", "\\ufeff", "\\x1b", "\\t", "\\0", "\\u2066", "\\ue000"])
def test_a_character_that_cannot_be_seen_is_a_problem_of_its_place(tmp_path: Path, escape: str) -> None:
    read_ = _read(tmp_path, f'a: fine\nb: "some{escape}thing"\n')
    [problem] = read_.problems
    assert (problem.line, problem.field) == (2, "b")
    assert problem.message.startswith("has a character that can't be seen, U+")
    assert read_.tree == {"a": "fine", "b": ""}


def test_letters_and_marks_of_any_language_are_read_as_they_stand(tmp_path: Path) -> None:
    text = "Договор о РСМД — “naïve” 中距离 قرارداد می‌شود"  # noqa: RUF001 - its letters are meant
    assert _read(tmp_path, f"a: {text}\n").tree == {"a": text}
