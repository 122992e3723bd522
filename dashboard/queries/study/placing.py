"""Made questions on where an event belongs: on which lane it stands, how far it is agreed."""

from collections.abc import Iterable, Mapping

from dashboard.model.events import Event
from dashboard.queries.study import giveaways, told
from dashboard.queries.study.making import Making
from dashboard.queries.study.posed import Kind, Option, Posed
from dashboard.queries.text import stopped


def track(making: Making) -> Posed | None:
    """Ask on which lane an event stands; None where no event allows it. One on several lanes would have several answers."""
    lanes = {event.id: making.dossier.lanes_of(event) for event in making.events}
    able = [event for event in making.events if len(lanes[event.id]) == 1 and not giveaways.of_lane(event.title, making.dossier)]
    event = _any_of(able, {name: on[0].id for name, on in lanes.items()}, making)
    if event is None:
        return None
    [lane] = lanes[event.id]
    prompt = f"On which lane of the record does this stand: “{event.title}”?"
    explanation = f"{told.happened((event,), making.dossier)} It stands on the lane “{lane.title}” and on no other."
    options = tuple(Option(lane.id, lane.title) for lane in making.dossier.front.lanes)
    return making.question(Kind.TRACK, 2, prompt, options, (lane.id,), explanation, (event,))


def standing(making: Making) -> Posed | None:
    """Ask how far an event is agreed; None where no event allows it."""
    able = [event for event in making.events if not giveaways.of_standing(event.title, making.dossier)]
    event = _any_of(able, {event.id: event.standing for event in able}, making)
    if event is None:
        return None
    prompt = f"How far is this agreed, by the record: “{event.title}”?"
    meaning = stopped(making.dossier.standing[event.standing].meaning)
    explanation = f"{told.happened((event,), making.dossier)} {meaning}"
    options = tuple(Option(words.id, words.title) for words in making.dossier.front.standings)
    return making.question(Kind.STANDING, 3, prompt, options, (event.standing,), explanation, (event,))


def _any_of(events: Iterable[Event], answers: Mapping[str, str], making: Making) -> Event | None:
    """Choose an answer, then an event that has it, so that none is likelier; None where all events have the same."""
    by_answer: dict[str, list[Event]] = {}
    for event in events:
        by_answer.setdefault(answers[event.id], []).append(event)
    return making.random.choice(by_answer[making.random.choice(sorted(by_answer))]) if len(by_answer) > 1 else None
