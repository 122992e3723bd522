"""Whatever stands in the files, the check answers with problems and never with a crash."""

from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dashboard.loading.dossier import examine
from dashboard.rules.all import RULES
from tests.record import HARBOUR
from tests.rules.format_cases import KEYED, break_in

WORDS = ("x", "", "[]", "{}", '"1994"', "1999-99", "[a, b]", "{a: b}", "E5", "para. 9", "brackwater", '"1993-09-14"', "'**x**'")


def lines(file: str) -> int:
    """Count the lines of a file of the harbour dossier."""
    return len((HARBOUR / f"{file}.yaml").read_text(encoding="utf-8").splitlines())


EDITS = some.sampled_from(sorted(file.stem for file in HARBOUR.glob("*.yaml"))).flatmap(
    lambda file: some.tuples(
        some.just(file),
        some.integers(0, lines(file) - 1),
        some.one_of(some.sampled_from(("cut", "double", "swap")), some.sampled_from(WORDS)),
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=some.lists(EDITS, min_size=1, max_size=4), keyed=some.booleans())
def test_no_edit_makes_the_check_crash(edits: list[tuple[str, int, str]], keyed: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    with TemporaryDirectory() as place:
        folder = copytree(HARBOUR, Path(place) / "harbour")
        for edit in KEYED if keyed else ():
            break_in(folder, edit)
        for file, at, how in edits:
            _change(folder / f"{file}.yaml", at, how)
        found = examine(folder, RULES)
        assert (found.dossier is None) is bool(found.problems)
        assert all(problem.line >= 1 and problem.message for problem in (*found.problems, *found.warnings))


def _change(file: Path, at: int, how: str) -> None:
    rows = file.read_text(encoding="utf-8").splitlines()
    if at < len(rows):
        match how:
            case "cut":
                del rows[at]
            case "double":
                rows.insert(at, rows[at])
            case "swap":
                rows[at], rows[-1] = rows[-1], rows[at]
            case word:
                rows[at] = f"{rows[at].partition(':')[0]}: {word}"
    file.write_text("\n".join(rows), encoding="utf-8")
