"""Text is measured in the deck's font, cleaned for XML, and cut to what a slide holds."""

import pytest
from PIL import ImageFont

from dashboard.exports.deck import metrics, tables
from dashboard.exports.deck.passages import Passage, Run, heading, lines, pages, say
from dashboard.exports.deck.tables import Columns
from dashboard.exports.deck.type_sizes import POINTS, Growth, of_points
from dashboard.exports.deck.wording import paragraphs, parted, plain, unmarked
from dashboard.queries import typesetting
from dashboard.queries.typesetting import SEMIBOLD
from tests import record

LIBERATION = "/usr/share/fonts/truetype/liberation/LiberationSans-{}.ttf"  # of the same widths


@pytest.mark.parametrize("bold", [False, True])
def test_widths_are_those_of_the_font(bold: bool) -> None:  # noqa: FBT001 - a case
    try:
        font = ImageFont.truetype(LIBERATION.format("Bold" if bold else "Regular"), 2048)
    except OSError:
        pytest.skip("the font that has the same widths is not on this machine")
    for event in record.dossier().events:
        for text in (event.label, event.title):
            true = sum(font.getlength(letter) for letter in text) / 2048 * 100
            assert metrics.width(text, 100, bold=bold) == pytest.approx(true, rel=0.03)
            assert metrics.width(text, 100, bold=bold) >= true * 0.999


@pytest.mark.parametrize(("letter", "least"), [("é", 556), ("Щ", 1000), ("漢", 1000), ("\u0301", 0), ("€", 556)])
def test_a_letter_that_the_tables_lack_is_not_taken_for_narrow(letter: str, least: int) -> None:
    assert metrics.width(letter, 1000) >= least


@pytest.mark.parametrize("points", POINTS)
def test_placement_keeps_room_for_every_label(points: float) -> None:
    labels = [event.label for event in record.dossier().events]
    sizes = of_points(points, Growth.of(labels))
    for label in labels:
        assert typesetting.width(label, sizes.placed.label) * 0.75 >= metrics.width(label, points)
        assert typesetting.width(label, sizes.placed.key_label, SEMIBOLD) * 0.75 >= metrics.width(label, points, bold=True)


@pytest.mark.parametrize(
    ("text", "right"),
    [("a\x00b", "a\ufffdb"), ("a\nb\t c", "a b c"), ("\ud800", "\ufffd"), ("<b>&amp;", "<b>&amp;"), ("😀é", "😀é"), ("", "")],
)
def test_a_text_is_put_on_one_line_that_xml_can_hold(text: str, right: str) -> None:
    assert plain(text) == right


def test_paragraphs_are_told_apart() -> None:
    assert paragraphs("One.\n\nTwo.\n") == ("One.", "Two.")
    assert parted("One\nline.\n\nTwo.") == ("One line.", "Two.")


@pytest.mark.parametrize(
    ("markdown", "right"),
    [
        ("**Say.** It is *so*.", "Say. It is so."),
        (r"2 \* 3, see \[1\] and a\_b", "2 * 3, see [1] and a_b"),
        ("snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"),
        ("<b>bold</b>", "<b>bold</b>"),
    ],
)
def test_notes_lose_their_marks_and_keep_their_words(markdown: str, right: str) -> None:
    assert unmarked(markdown) == (right,)


def test_lines_hold_all_words_and_none_is_too_wide() -> None:
    passage = Passage((Run("Some words "), Run("in bold and more of them", bold=True), Run(" and the end."), Run("x" * 90)))
    found = lines(passage, 100)
    assert "".join(run.text for line in found for run in line) == "".join(run.text for run in passage.runs)
    for line in found:
        assert sum(metrics.width(run.text.rstrip(), passage.size, bold=run.bold) for run in line) <= 100


def test_pages_hold_all_passages_and_none_is_too_high() -> None:
    passages = [say(f"{number}. " + "word " * 40) for number in range(30)] + [say("long " * 900)]
    found = pages(passages, 300, 200)
    said = "".join(run.text for page in found for passage in page for run in passage.runs)
    assert said == "".join(run.text for passage in passages for run in passage.runs)
    assert all(sum(passage.height(300) for passage in page) <= 200 for page in found)


def test_a_heading_is_not_left_at_the_end_of_a_page() -> None:
    found = pages([say("word " * 60), heading("Sources"), say("one")], 200, 130)
    assert [page[-1].heading for page in found] == [False] * len(found)


def test_rows_of_a_table_fit_their_pages_and_no_words_are_lost() -> None:
    columns = Columns(("A", "B"), (100, 300))
    rows = [("one", "word " * 20), ("two", "word " * 900), ("three", "")]
    found = tables.pages(rows, columns, 200, 300)
    for at, page in enumerate(found):
        assert sum(tables.height(row, columns) for row in (columns.heads, *page)) <= (200 if at == 0 else 300)
    words = " ".join(cell for page in found for row in page for cell in row).split()
    assert len(words) == 3 + 920
