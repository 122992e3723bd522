"""The response as one: from the finding over the review to the tracks, as far as each was public."""

from datetime import date, timedelta

import pytest

from dashboard.model.dossier import Dossier
from dashboard.queries import lives
from dashboard.queries.strategy import IntegratedResponse, integrated
from dashboard.queries.tables import Tables, build
from tests import builders, plain_count
from tests.record import MONTH_ENDS, dossier, harbour, tables

FINDING = builders.event(id="finding", date="2014-07-29")
REVIEW = builders.event(id="review", date="2017-12-01", known="2017-12-08")
PLAN = builders.event(id="plan", date="2017-12-10", tracks=["a"])
PASSAGES = [{"locator": "para. 3", "title": "Why", "summary": "For an end."}]
STRATEGY = {
    "finding": "finding",
    "review": "review",
    "aims": [{"title": "An end", "locator": "para. 3"}, {"title": "No gain", "locator": "para. 9"}],
    "tracks": {"a": "plan"},
}


def _record(**front: object) -> Dossier:
    told = builders.front(**{"strategy": STRATEGY, "key_document": {"source": "paper", "passages": PASSAGES}} | front)
    return builders.dossier([FINDING, REVIEW, PLAN], front=told)


def _whole(record: Dossier, as_of: str | None = None) -> IntegratedResponse | None:
    return integrated(record, (), date.fromisoformat(as_of) if as_of else None)


def test_an_aim_comes_with_the_passage_that_states_it_where_the_key_document_has_it() -> None:
    whole = _whole(_record())
    assert whole
    assert [(purpose.aim.title, purpose.passage.title if purpose.passage else None) for purpose in whole.purposes] == [
        ("An end", "Why"),
        ("No gain", None),
    ]
    assert {purpose.document.id for purpose in whole.purposes if purpose.document} == {"paper"}


def test_without_a_key_document_the_aims_stand_alone() -> None:
    whole = _whole(_record(key_document=None))
    assert whole
    assert [(purpose.aim.title, purpose.passage, purpose.document) for purpose in whole.purposes] == [
        ("An end", None, None),
        ("No gain", None, None),
    ]


def test_each_track_has_a_branch_and_one_that_nothing_announced_says_so() -> None:
    whole = _whole(_record())
    assert whole
    assert [(branch.track.id, branch.announcement.id if branch.announcement else None) for branch in whole.branches] == [
        ("a", "plan"),
        ("b", None),
    ]


@pytest.mark.parametrize(
    ("as_of", "review", "aims", "announced"),
    [
        ("2014-07-29", None, 0, None),
        ("2017-12-07", None, 0, None),
        ("2017-12-08", "review", 2, None),
        ("2017-12-09", "review", 2, None),
        ("2017-12-10", "review", 2, "plan"),
        (None, "review", 2, "plan"),
    ],
)
def test_each_part_of_the_whole_is_there_from_the_day_on_which_it_was_public(
    as_of: str | None, review: str | None, aims: int, announced: str | None
) -> None:
    whole = _whole(_record(), as_of)
    assert whole
    assert (whole.review.id if whole.review else None) == review
    assert len(whole.purposes) == aims
    announcement = whole.branches[0].announcement
    assert (announcement.id if announcement else None) == announced


@pytest.mark.parametrize(
    ("record", "as_of"), [(_record(), "2014-07-28"), (_record(strategy=None), None), (harbour().dossier, None)]
)
def test_there_is_no_whole_before_its_finding_and_none_in_a_dossier_without_a_strategy(
    record: Dossier, as_of: str | None
) -> None:
    assert _whole(record, as_of) is None


def test_the_strategy_of_the_real_record_holds_all_that_was_written_of_it() -> None:
    raw = plain_count.raw("dossier")["strategy"]
    whole = integrated(dossier(), lives.of_measures(tables().measures, dossier(), None), None)
    assert whole
    assert (whole.finding.id, whole.review.id if whole.review else None) == (raw["finding"], raw["review"])
    assert [(purpose.aim.title, purpose.aim.locator) for purpose in whole.purposes] == [
        (aim["title"], aim["locator"]) for aim in raw["aims"]
    ]
    assert all(purpose.passage and purpose.passage.locator == purpose.aim.locator for purpose in whole.purposes)
    assert {branch.track.id: branch.announcement.id for branch in whole.branches if branch.announcement} == raw["tracks"]
    assert [one.measure.id for branch in whole.branches for one in branch.lives] == list(tables().measures.index)


@pytest.mark.parametrize("record", [tables(), build(_record())], ids=["real", "built"])
def test_as_of_no_day_does_the_whole_tell_what_was_not_yet_public(record: Tables) -> None:
    days = {event.public.earliest for event in record.dossier.events}
    for as_of in [*MONTH_ENDS, *sorted(days), *(day - timedelta(days=1) for day in sorted(days))]:
        whole = integrated(record.dossier, lives.of_measures(record.measures, record.dossier, as_of), as_of)
        if not whole:
            continue
        told = [whole.finding, whole.review, *(branch.announcement for branch in whole.branches)]
        told += [reached.event for branch in whole.branches for one in branch.lives for reached in one.stages]
        assert all(event.public.earliest <= as_of for event in told if event)
        assert bool(whole.purposes) is bool(whole.review)
