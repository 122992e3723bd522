"""Titles in other languages than the page's are marked, so that they are read aloud in their own."""

import pytest

from dashboard.fragments.rendering import referenced, titled
from dashboard.queries.citations import reference
from tests import builders
from tests.fragments.reading import read

TITLES = [
    ("ru", "Ответ министерства", '<span lang="ru">Ответ министерства</span>'),
    ("ro", "Cine a spus „da” & <b>nu</b>", '<span lang="ro">Cine a spus „da” &amp; &lt;b&gt;nu&lt;/b&gt;</span>'),
    ("en", "Answer of the ministry", "Answer of the ministry"),
    ("ru", "[Answer of the ministry]", "[Answer of the ministry]"),
]


@pytest.mark.parametrize(("language", "title", "written"), TITLES)
def test_a_title_is_marked_where_it_is_in_another_language_and_not_the_editors_own(
    language: str, title: str, written: str
) -> None:
    source = builders.source(title=title, language=language)
    assert str(titled(source)) == written
    assert written in str(referenced(source, "para. 3"))


@pytest.mark.parametrize("kind", ["report", "article-newspaper"])
def test_only_the_title_of_a_reference_is_marked_with_the_quotation_marks_that_it_has_there(kind: str) -> None:
    source = builders.source(title='Завод "Север" отвечает', language="ru", type=kind)
    html = str(referenced(source, "para. 3"))
    marked, rest = html.split('<span lang="ru">')[1].split("</span>")
    assert marked.startswith("Завод ")
    assert marked.endswith(" отвечает")
    assert "para. 3" in rest
    assert read(html).text == reference(source, "para. 3")
