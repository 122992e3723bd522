"""What is kept of what was drawn."""

from dashboard.ui import memory


def test_what_was_made_once_is_made_anew_only_after_the_record_changed() -> None:
    made: list[str] = []

    @memory.kept
    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    assert [make("harbour"), make("harbour"), make("quay")] == ["HARBOUR", "HARBOUR", "QUAY"]
    assert made == ["harbour", "quay"]
    memory.forget()
    assert make("harbour") == "HARBOUR"
    assert made == ["harbour", "quay", "harbour"]


def test_no_more_is_kept_than_the_limit() -> None:
    made: list[int] = []

    @memory.kept
    def make(number: int) -> int:
        made.append(number)
        return number

    for number in range(memory.MOST_KEPT + 1):
        make(number)
    make(memory.MOST_KEPT)
    make(0)
    assert made == [*range(memory.MOST_KEPT + 1), 0]
