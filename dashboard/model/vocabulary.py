"""The words that the dossier's format fixes, each with its meaning.

Types, filters, messages and the data dictionary take them from here. Words that a dossier defines for itself (tracks, sides,
parties) are not here: they are part of the record.
"""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed list; ``meaning`` says what it stands for."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make a member that equals its word and carries its meaning."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word

    @property
    def label(self) -> str:
        """The word as a reader sees it: "In force" for ``in-force``."""
        return self.value.replace("-", " ").capitalize()


class Kind(Word):
    """What sort of act an event is."""

    FINDING = "finding", "a judgement of fact or compliance"
    STATEMENT = "statement", "words spoken or written by a party"
    MEETING = "meeting", "a meeting, talks or a session"
    REPORT = "report", "a press report or a published study"
    LEGISLATION = "legislation", "a bill, an act or a rule under an act"
    DESIGNATION = "designation", "a listing of persons or firms"
    RESEARCH = "research", "research or development"
    DEPLOYMENT = "deployment", "the fielding of a weapon"
    TEST = "test", "a test of a weapon"
    TREATY = "treaty", "signature, entry into force, carrying out, suspension or end of a treaty"
    POLICY = "policy", "a decision or review by an executive"


class Layer(Word):
    """How an event stands to the dossier's window."""

    BACKGROUND = "background", "ends before the window"
    CORE = "core", "in the window"
    CONTEXT = "context", "in the window, but not part of the dispute"
    AFTERMATH = "aftermath", "begins after the cutoff"


class Importance(Word):
    """How much weight an event carries; the first is the weightiest."""

    KEY = "key", "one of about fifteen that carry the story"
    MAJOR = "major", "a step that the story needs"
    DETAIL = "detail", "a detail for those who look closer"


class Standing(Word):
    """How far an event is agreed."""

    DOCUMENTED = "documented", "an act on the public record"
    ASSERTED = "asserted", "rests on one party's word"
    DISPUTED = "disputed", "claimed by one side, denied by the other"


class Grounds(Word):
    """Why one event is said to respond to another."""

    STATED = "stated", "a source says that it answers the other"
    INFERRED = "inferred", "the editors say so"


class Stage(Word):
    """A step in a measure's life, in order."""

    CONSIDERED = "considered", "weighed or proposed"
    ANNOUNCED = "announced", "announced"
    AUTHORIZED = "authorized", "authorized by law or decision"
    FUNDED = "funded", "money appropriated"
    IN_FORCE = "in-force", "in effect or under way"
    ENDED = "ended", "ended"

    @property
    def label(self) -> str:
        """The stage as a reader sees it; talks are under way rather than in force."""
        return "In force or under way" if self is Stage.IN_FORCE else super().label


class StopStanding(Word):
    """What is known of a measure's end."""

    STATED = "stated", "somebody said what would end it"
    INDEPENDENT = "independent", "somebody said that it does not depend on compliance"
    NONE_STATED = "none-stated", "none was found in the sources cited"


class EntryKind(Word):
    """What an entry in a contested question does."""

    CLAIM = "claim", "a claim"
    REPLY = "reply", "a reply to an earlier entry"
    COUNTER_CLAIM = "counter-claim", "a charge in return"
    SILENCE = "silence", "a source says that nothing was said or shown by that day"

    @property
    def label(self) -> str:
        """The kind as a reader sees it; a counter-claim keeps its hyphen."""
        return self.value.capitalize()


class Rank(Word):
    """How near a source is to what it tells."""

    PRIMARY = "primary", "the act or the speaker's own text"
    REFERENCE = "reference", "a research service or institute"
    PRESS = "press", "a press report"


class Symbol(Word):
    """The shape of a lane's marks."""

    CIRCLE = "circle", "a circle"
    SQUARE = "square", "a square"
    TRIANGLE_UP = "triangle-up", "a triangle"
    DIAMOND = "diamond", "a diamond"


class Glyph(Word):
    """How a mark is filled for a standing."""

    FILLED = "filled", "filled"
    HALF = "half", "half filled"
    HOLLOW = "hollow", "hollow"


class Place(Word):
    """Where a side stands on the page."""

    LEFT = "left", "on the left"
    RIGHT = "right", "on the right"
    BETWEEN = "between", "between the two"


class PageName(Word):
    """The page that a scene shows."""

    TIMELINE = "timeline", "the timeline"
    RESPONSES = "responses", "the response tracks"
    POSITIONS = "positions", "the contested questions"


class SourceType(Word):
    """The type of a source, as CSL names it."""

    ARTICLE_JOURNAL = "article-journal", "an article in a journal"
    ARTICLE_MAGAZINE = "article-magazine", "an article in a magazine"
    ARTICLE_NEWSPAPER = "article-newspaper", "an article in a newspaper or by a news agency"
    BILL = "bill", "a bill or a resolution"
    BROADCAST = "broadcast", "a broadcast"
    CHAPTER = "chapter", "a chapter of a book"
    HEARING = "hearing", "a hearing"
    LEGISLATION = "legislation", "an act"
    POST_WEBLOG = "post-weblog", "a post on a web log"
    REGULATION = "regulation", "a rule or an order"
    REPORT = "report", "a report"
    SPEECH = "speech", "a speech"
    TREATY = "treaty", "a treaty"
    WEBPAGE = "webpage", "a web page"
