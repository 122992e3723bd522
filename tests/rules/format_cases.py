"""Every sentence of the format, quoted word for word: with a broken record where it holds a rule, or with why it holds none.

A case edits a copy of the harbour dossier: in a file, some text that stands there once gives way to another. The one problem is
expected on the line on which that other text begins, or else where the text named as ``at`` first stands.
"""
# ruff: noqa: E501 - a case is a few lines of the table

from dataclasses import dataclass
from pathlib import Path

from dashboard.model.dates import FORMS

BRIEF = "the-bar-in-three-minutes"
ASKED = "what-raised-the-bar"
EMPTY = "is empty; write it"
MISSING = "is missing; it is required"
NO_LOCATOR = "has no locator; say for one source at least where in it this stands"
PARTIES = "choose from brackwater, brackwater-board, sallowhithe, sallowhithe-port, institute, ferries"
BEGIN = 'begin it like "para. 3" or "paras. 1, 2 and 7"'
WHOLE = "\0"  # in place of the text that gives way: all of the file

Edit = tuple[str, str, str]


@dataclass(frozen=True)
class Case:
    """A sentence of the format, an edit that breaks it, and all that is told of it: record, field and message."""

    sentence: str
    file: str
    old: str
    new: str
    says: str
    at: str = ""  # where it is told, if not where the new text begins
    told: str = ""  # the file in which it is told, if not the one that is edited
    more: tuple[Edit, ...] = ()  # further edits without which it would be another breach
    keyed: bool = False  # on the dossier with a key document


def break_in(folder: Path, edit: Edit) -> None:
    """Put one text for another that stands in a file once."""
    file, old, new = edit
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    if old == WHOLE:
        path.write_text(new, encoding="utf-8")
        return
    assert text.count(old) == 1, f"{old!r} stands in {file} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


KEY_DOCUMENT = """key_document:
  source: council-1995-02-03
  passages:
    - {locator: para. 1, title: Two places, summary: The board sounded at two places.}
    - {locator: para. 2, title: Piles, summary: The piers stand on piles.}
    - {locator: para. 3, title: Tide, summary: The tide runs through them.}
"""

# What makes the minutes of the town council the key document, with a strategy.
KEYED: tuple[Edit, ...] = (
    ("events", "{id: council-1995-02-03, locator: p. 12}", "{id: council-1995-02-03, locator: paras. 1-3}"),
    ("positions", "{id: council-1995-02-03, locator: p. 14}", "{id: council-1995-02-03, locator: paras. 2 and 3}"),
    (
        "dossier",
        "\nchanges:\n",
        f"""
{KEY_DOCUMENT}
strategy:
  finding: 1993-09-14-board-finding
  review: 1995-03-28-spoil-toll
  aims:
    - {{title: Less spoil, locator: para. 3}}
  tracks: {{talks: 1994-06-30-sounding-order, works: 1995-03-28-spoil-toll}}

changes:
""",
    ),
)

_MORE_KEY_EVENTS = "".join(
    f"""
- id: 1997-03-{number}-more
  number: {number}
  date: "1997-03-{number}"
  label: More of {number}
  title: More of the number {number}
  summary: The ferries do more.
  tracks: []
  kind: statement
  layer: aftermath
  importance: key # {number}
  parties: [ferries]
  standing: documented
  sources:
    - {{id: gazette-1997-02-04, locator: para. 1}}
"""
    for number in range(15, 32)
)
_FIRST_STEPS = "[1993-09-14-board-finding, 1993-09-20-sallowhithe-denies, 1994-06-30-sounding-order, 1995-03-28-spoil-toll]"
_LOCATOR = "A locator in the key document begins `para. 3` or `paras. 1, 2 and 7`, and names passages that it has."
_ENTRY = "An entry: `id` (unique over all questions), `date` (when the words became public), `by` (party), `kind`, `says` (one or two sentences), `sources` (at least one locator), all required; `event` (where it was said, or what it is about; not later than the entry) where the record has one; `replies_to` for a reply and nothing else: an earlier entry of the same question from another side."
_TEXT = (
    "**Text** is plain, in the editors' own words; a quotation stands in double quotation marks and its record gives a locator."
)
_EDITION = "`edition`, `edited` | yes | the edition's number as text; the date of the last change"
_LAYER = '`layer`: background (ends before the window), core (in it), context (in it, but not part of the dispute; the summary says so with "not"), aftermath (begins after the cutoff).'
_CREDIT = "A documented event has neither list, an asserted one only the first, a disputed one both."
_STANDING = "`standing`: documented (an act on the public record, even where what was said is contested), asserted (rests on the word of `asserted_by`), disputed (asserted by `asserted_by`, denied by `disputed_by`; two sources, or a `date_note` that says why not)."
_YEARS = 'No `label`, `title` or `summary` names a year later than the one in which the event was public ("fiscal 2018" is no year), and none that was public before the key document was issued cites it in `sources`.'
_RESPONDS = "`responds_to` | no | one or two `{event, grounds}`; the other event is not later than this one"
_LATER = "`later` | no | what became public only afterwards, oldest first: a list of `{known, text, sources}`, all required"
_STAGE = "`stage`, in the order of a measure's life, each at most once: considered (weighed or proposed), announced, authorized (by law or decision), funded (money appropriated), in-force (in effect or under way), ended."
_STAGES = "`stages` | yes | list of `{stage, event}`, both required; `date` only where it differs from the event's"
_EARLIER = "No stage is earlier than the one before it, and the first is not after the cutoff."
_STATED = "`by` (party) and `date` (when it was said) are required for stated and independent and stand nowhere else; such a text quotes the words, with a locator."
_QUESTION = '`id`, `question` | yes | at most 80 characters, ends with "?", presumes neither answer'
_ENTRIES = "`entries` | yes | list, in order of date; a side on the left and a side on the right both speak"
_BRIEF = "A brief: `id`, `title` (at most 80 characters), `audience`, `minutes`, `scenes`, all required."
_SCENE = "`id`, `title` | yes | unique in its brief; at most 44 characters"
_MESSAGE = "`message` | yes | one sentence for the room, at most 110 characters"
_NOTES = "`notes` | yes | for the speaker, Markdown, 40 to 110 words, with **Say.**, **Remember.** and **If asked**; E numbers name events"
_STUDY = "Required: `id`; `kind`; `level` (1 what happened, 2 how things hang together, 3 how the record knows); `prompt` (at most 160 characters, asked once); `options`; `answer`; `explanation` (one to three sentences); `events` (those that settle it); `sources` (at least one locator, but for standing)."
_SPREAD = "Every kind has questions of all three levels, every lane at least one question."
_CHOICE = "choice | list of four different texts, at most 80 characters each | one of them, word for word; right answers are spread over the four places"
_ORDER = "order | list of four or five event ids, not in order | the same ids from earliest to latest; each has a day of its own, no two the same; `events` names the same"
_MATCH = "match | `{left: [four texts], right: [four texts]}`, at most 80 characters each, not in order | list of four `{left, right}` in the order of the left side, each text used once"
_SAYS_HOW_FAR = "standing | `[documented, asserted, disputed]` | the standing of the first of `events`"
_SOURCE = "Required: `id`, `type`, `title` (in square brackets where it is ours), `rank`, `language` (two letters)."
_WHERE_KNOWN = "Where known: `author` (list of `{literal}` or `{given, family}`), `issued` (date), `publisher`, `container-title`, `volume`, `page`, `accessed`, and `URL` (one source an address), or a `note` that says where it was read; `note` also says what a copy, translation or government outlet is."
_TERM = "A term: `id`, `term`, `definition`, `sources` required; `expansion`, `aliases` (other spellings that are linked; no spelling belongs to two terms), `see_also` (terms) optional."
_OFFICE = "An office: `office` and `party` required, and at least one date: `from`, `to` (only where a source shows the day), `attested` (a day or span on which a source shows the office held; it says nothing of the time before or after)."
_ON_RESPONSES = (
    "`track` or `measure` | on responses, exactly one | the panel or the measure opened; the event is one of the measure's stages"
)
_ON_POSITIONS = "`question` | on positions | the contested question opened; the event is one of its entries'"
_VIEW = "`view` | yes | what is selected: `tracks` (tracks and the spine), `window` (interval), `as_of` (day), `q` (words), `layers`; each optional, and left out restricts nothing; at least two events are shown"
_FINDING_VIEW = 'view: {window: "1993-01/1994-12", layers: [core], as_of: "1995-02-01"}'
_TOLL_PAGE = "page: responses\n      measure: spoil-toll"
_ORDER_OF_STAGES = "considered, announced, authorized, funded, in-force, ended"

# fmt: off
CASES = [
    # Common to all files
    Case("Nine files: `dossier.yaml` is one mapping, every other file a list of records.", "briefs", WHOLE, "a: b\n", "is not a list; begin each record with a hyphen"),
    Case("**id**: lower-case letters, digits and hyphens (`us-state`), unique in its file, never changed once published.",
         "briefs", "id: the-bar-in", "id: The-bar-in", "The-bar-in-three-minutes  id: 'The-bar-in-three-minutes' is not written as it has to be; write lower-case letters and digits, with single hyphens between them"),
    Case(_TEXT, "measures", "keeps ballast and", "keeps `ballast` and", "warning  spoil-toll  limit: has Markdown (`), which is shown as it stands here; write plain text"),
    Case(_TEXT, "events", "the tide carries silt to", 'the tide "carries silt" to', "warning  E5  summary: has a quotation, and no source of it has a locator; say where the words stand"),
    Case(_TEXT, "events", "Each town promises", 'Each "town promises', "warning  E1  summary: has a quotation mark without its fellow; close the quotation"),
    Case("Only `notes` of a scene, and `about` and `method`, are Markdown.", "briefs", "One town sees spoil,", "One **town** sees spoil,", f"warning  {BRIEF}  scenes.message: has Markdown (**), which is shown as it stands here; write plain text"),
    Case("**Citation**: `{id, locator}`; `id` (required) is a source; `locator` is the page, paragraph, section or passage, left out only where the source has none.",
         "glossary", "{id: compact-1981, locator: Article 1}", "{locator: Article 1}", f"spoil  sources.id: {MISSING}"),
    Case("No list cites a source twice.", "events", "{id: gazette-1995-09-05, locator: para. 7}", "{id: bylaw-1995-03-28, locator: section 7}",
         "E10  sources: cites bylaw-1995-03-28 twice; put both places into one locator", "sources:\n    - {id: bylaw"),
    Case(_LOCATOR, "positions", "locator: paras. 2 and 3}", "locator: p. 14}", f"{ASKED}  entries.sources.locator: 'p. 14' names no paragraph of council-1995-02-03; {BEGIN}", keyed=True),
    Case(_LOCATOR, "positions", ", locator: paras. 2 and 3}", "}\n        - {id: port-1993-09-20, locator: para. 1}", f"{ASKED}  entries.sources.locator: is missing; {BEGIN}", keyed=True),
    Case(_LOCATOR, "positions", "locator: paras. 2 and 3}", "locator: paras. 2 and 9}", f"{ASKED}  entries.sources.locator: 'paras. 2 and 9' names para. 9, which council-1995-02-03 has not; choose from 1, 2 and 3", keyed=True),
    # dossier.yaml
    Case("`title`, `subtitle` | yes | text", "dossier", "subtitle: From Brackwater's finding of September 1993 to the accord of June 1996\n", "", f"subtitle: {MISSING}", "title: The Maren"),
    Case(_EDITION, "dossier", 'edition: "2"\nedited', 'edition: "3"\nedited', "edition: is 3, and the newest change is of edition 2; let them agree"),
    Case(_EDITION, "dossier", 'edition: "2"\nedited', "edition: second\nedited", "edition: 'second' is not a number; write it like \"2\""),
    Case(_EDITION, "dossier", 'edited: "1998-05-04"', 'edited: "1998-05-05"', "edited: is 5 May 1998, and the newest change is of 4 May 1998; let them agree"),
    Case("`window` | yes | EDTF interval shown first; what ends before it is background", "dossier", 'window: "1993-01/1996-12"', 'window: "1993"', "window: '1993' is not an interval; write it like \"2014-07/2017-12\""),
    Case("`cutoff` | yes | date; what begins after it is aftermath", "dossier", 'cutoff: "1996-12-31"', "cutoff: never", f"cutoff: 'never' is not a date of the calendar; write it like {FORMS}"),
    Case("`about`, `method` | yes | Markdown paragraphs", "dossier", "method: |-\n  The record is compiled from invented documents of both towns. No claim is weighed here, only credited.", "method:", f"method: {EMPTY}"),
    Case("`spine` | yes | the lane for events on no track: `id`, `title`, `description`, `symbol`, `color`, `dark_color`; `sources` optional", "dossier", "  title: Soundings and positions\n", "", f"spine.title: {MISSING}", "spine:"),
    Case("`tracks` | yes | the response lanes, in order: the keys of the spine, and `question`, `aim`; `sources` optional", "dossier", "    aim: In Brackwater's terms, less spoil in the channel, through a charge on it.\n", "", f"tracks.aim: {MISSING}", "- id: works"),
    Case("`standings` | yes | the three standings of an event: `id`, `title`, `meaning`, `glyph`", "dossier", ", meaning: Rests on the word of the party named.", "", f"standings.meaning: {MISSING}", "- {id: asserted"),
    Case("`sides` | yes | who faces whom: `id`, `title`, `place` (left, right, between)", "dossier", "place: between", "place: betwen", "sides.place: 'betwen' is not one of its words; did you mean 'between'? choose from left, right, between"),
    Case("`key_document` | no | the document the record starts from: `source`, `passages` (`locator`, `title`, `summary`) in its order",
         "dossier", "- {locator: para. 2, title: Piles, summary: The piers stand on piles.}\n    - {locator: para. 3, title: Tide, summary: The tide runs through them.}",
         "- {locator: para. 3, title: Tide, summary: The tide runs through them.}\n    - {locator: para. 2, title: Piles, summary: The piers stand on piles.}",
         "key_document.passages.locator: para. 2 stands below para. 3; put the passages in the document's order, each once", "- {locator: para. 2", keyed=True),
    Case("`strategy` | no | `finding`, `review` (events), `aims` (`title`, `locator` in the key document), `tracks` (track: event)",
         "dossier", "- {title: Less spoil, locator: para. 3}", "- {title: Less spoil, locator: para. 4}", "strategy.aims.locator: 'para. 4' names para. 4, which council-1995-02-03 has not; choose from 1, 2 and 3", keyed=True),
    Case("`strategy` | no | `finding`, `review` (events), `aims` (`title`, `locator` in the key document), `tracks` (track: event)",
         "dossier", "works: 1995-03-28-spoil-toll}", "works: 1995-03-28-spoil-tol}", "strategy.tracks.works: '1995-03-28-spoil-tol' is not an event; did you mean '1995-03-28-spoil-toll'?", keyed=True),
    Case("`key_document` | no | the document the record starts from: `source`, `passages` (`locator`, `title`, `summary`) in its order",
         "dossier", "summary: The tide runs through them.}", "summary: The tide runs through them.}\n    - {locator: Annex, title: Names, summary: All who spoke.}",
         f"key_document.passages.locator: 'Annex' names no paragraph; {BEGIN}", "- {locator: Annex", keyed=True),
    Case("`strategy` | no | `finding`, `review` (events), `aims` (`title`, `locator` in the key document), `tracks` (track: event)",
         "dossier", KEY_DOCUMENT, "", "strategy.aims.locator: there is no key_document to stand in; name it, or take strategy out", "- {title: Less spoil", keyed=True),
    Case("`changes` | yes | newest first: `edition`, `date`, `text`, `events` (optional list)", "dossier", "    text: First edition.\n", '    text: First edition.\n  - edition: "1.5"\n    date: "1997-01-01"\n    text: Between.\n',
         "changes.date: 1 January 1997 is after 1 September 1996, which stands above it; put the newest change first", 'date: "1997-01-01"'),
    Case("`parties` | yes | `id`, `name`, `short`, `side` (one of `sides`); `part_of` (a party) optional", "dossier", "part_of: brackwater}", "part_of: brackwater-board}", "parties.part_of: makes brackwater-board a part of itself; name the party above it"),
    Case("`symbol`: circle, square, triangle-up, diamond.", "dossier", "symbol: square", "symbol: diamond", "warning  tracks.symbol: diamond is the symbol of talks already; give each lane its own"),
    Case("`glyph`: filled, half, hollow, each once.", "dossier", "glyph: half", "glyph: filled", "standings has filled, filled, hollow; give each of filled, half, hollow once", "title: The Maren"),
    Case("`color` is at least 4.5:1 on #ffffff, `dark_color` on #0e1117.", "dossier", 'color: "#2f5f3a"', 'color: "#777777"', "tracks.color: #777777 has a contrast of 4.47:1 on #ffffff; use a darker one, with at least 4.5:1"),
    Case("`color` is at least 4.5:1 on #ffffff, `dark_color` on #0e1117.", "dossier", 'dark_color: "#8fd19e"', 'dark_color: "#2f5f3a"', "tracks.dark_color: #2f5f3a has a contrast of 2.53:1 on #0e1117; use a lighter one, with at least 4.5:1"),
    # events.yaml
    Case("`id` | yes | begins with `date`, as far as that is known", "events", "id: 1991-bar", "id: 1992-bar", "E2  id: does not begin with the date; begin it with 1991-"),
    Case("`number` | yes | shown as E12 everywhere; given once, in order of first publication; 1, 2, 3 ... without a gap; never reused", "events", "number: 8\n", "number: 15\n", "E9  number: follows 7, and 8 is missing; number the events 1, 2, 3 ... without a gap", "number: 9"),
    Case("`date` | yes | when it happened", "events", '  date: "1981"\n', "", f"E1  date: {MISSING}", "- id: 1981"),
    Case("`known` | where it became public later than `date` | the day on which it did; never before `date`", "events", 'known: "1991-12-05"', 'known: "1991?"', "E2  known: is the date again; leave it out where the event was public at once"),
    Case("`known` | where it became public later than `date` | the day on which it did; never before `date`", "events", 'known: "1991-12-05"', 'known: "1990-12-05"', "E2  known: 5 December 1990 is before the date, 1991 (uncertain); leave it out, or give the later day"),
    Case("`label` | yes | for the chart, at most 34 characters, used once", "events", "label: Toll on spoil", f"label: {'x' * 35}", "E10  label: has 35 characters; use at most 34"),
    Case("`label` | yes | for the chart, at most 34 characters, used once", "events", "label: Toll repealed", "label: Toll on spoil", "E14  label: 'Toll on spoil' is the label of E10 on line 169 and of E14 on line 237; give the newer, E14 by its number, its own"),
    Case("`title` | yes | at most 80 characters, used once", "events", "title: The two towns sign the Maren Harbour Compact", f"title: {'x' * 81}", "E1  title: has 81 characters; use at most 80"),
    Case("`summary` | yes | one to three sentences that were true and public on the day of `known` or `date`; stands without `later`",
         "events", "summary: The towns agree on a joint survey but not on its date.", "summary: The towns meet at 9 a.m. They talk. They agree on a survey. They set no date. They part.", "warning  E6  summary: has 4 sentences; use at most 3"),
    Case(_LATER, "events", 'known: "1996-06"', 'known: "1995-01"', "E4  later.known: January 1995 is before 3 February 1995, which stands above it; put the oldest first"),
    Case(_LATER, "events", "      text: The accord's preamble says that the towns leave the finding of 1993 to the historians.\n", "", f"E4  later.text: {MISSING}", '- known: "1996-06"'),
    Case("`tracks` | yes | list of tracks; `[]` puts it on the spine", "events", "tracks: [talks, works]", "tracks: [talks, soundings]", "E9  tracks: 'soundings' is not a track; choose from talks, works"),
    Case("`kind`, `layer`, `importance`, `standing` | yes | one word each, below", "events", "  kind: meeting\n", "", f"E6  kind: {MISSING}", "- id: 1993-11-15"),
    Case("`parties` | yes | list: who acts", "events", "parties: [ferries]", "parties: []", "E8  parties: has 0 entries; give at least 1"),
    Case("`people` | no | list of people who act or are named", "events", "people: [ada-thorn]\n  standing: documented\n  resp", "people: [ada-torn]\n  standing: documented\n  resp", "E4  people: 'ada-torn' is not a person; did you mean 'ada-thorn'? choose from ada-thorn"),
    Case("`asserted_by`, `disputed_by` | by standing | lists of parties", "events", "disputed_by: [sallowhithe-port]", "disputed_by: [x]", f"E3  disputed_by: 'x' is not a party; {PARTIES}"),
    Case(_RESPONDS, "events", "{event: 1993-11-15-first-talks, grounds: stated}", "{event: 1996-06-12-accord, grounds: stated}", "E9  responds_to.event: E13 came on 12 June 1996, later than this event, 30 June 1994; name an earlier one"),
    Case(_RESPONDS, "events", "    - {event: 1993-11-15-first-talks, grounds: stated}", "    - {event: 1993-11-15-first-talks, grounds: stated}\n    - {event: 1981-harbour-compact, grounds: stated}", "E9  responds_to: has 3 entries; give at most 2", "responds_to:\n    - {event: 1993-09-20"),
    Case("`sources` | yes | list of citations", "events", "sources:\n    - {id: port-1993-09-20}\n", "sources: []\n", "E5  sources: has 0 entries; give at least 1"),
    Case("`kind`: finding (a judgement of fact or compliance), statement, meeting, report (press or published study), legislation (bill, act or rule under an act), designation (a listing of persons or firms), research, deployment, test, treaty (signature, entry into force, carrying out, suspension, end), policy (a decision or review by an executive).",
         "events", "kind: finding", "kind: findings", "E4  kind: 'findings' is not one of its words; did you mean 'finding'? choose from finding, statement, meeting, report, legislation, designation, research, deployment, test, treaty, policy"),
    Case(_LAYER, "events", "layer: background\n  importance: detail", "layer: core\n  importance: detail", "E2  layer: 'core' does not fit 1991 (uncertain): it ends before the window, which begins on 1 January 1993; write background"),
    Case(_LAYER, "events", "layer: core\n  importance: key\n  parties: [brackwater, sallowhithe]", "layer: aftermath\n  importance: key\n  parties: [brackwater, sallowhithe]", "E13  layer: 'aftermath' does not fit 12 June 1996: it lies in the window; write core or context"),
    Case(_LAYER, "events", "layer: aftermath", "layer: core", "E14  layer: 'core' does not fit 3 February 1997: it begins after the cutoff, 31 December 1996; write aftermath"),
    Case(_LAYER, "events", "summary: The ferry lies still for ice, not for the bar; it", "summary: The ferry lies still for ice; it", 'E8  summary: does not say that the event is not part of the dispute; say so with "not", or choose the layer core'),
    Case("`importance`: key (about 15), major, detail.", "events", "    - {id: gazette-1997-02-04, locator: para. 1}\n", f"    - {{id: gazette-1997-02-04, locator: para. 1}}\n{_MORE_KEY_EVENTS}",
         "warning  E31  importance: 21 events are key; let about fifteen be, and call the others major", "importance: key # 31"),
    Case(_STANDING, "events", '  date_note: The Harbour Board gives the month as "about April"; the Port Office names no date, as it denies the act.\n', "",
         "E3  sources: has one source, and the event is disputed; cite two, or say in date_note why there is one", "sources:\n    - {id: board-1993-09-14, locator: section 2}", more=(("events", "    - {id: port-1993-09-20, locator: para. 3}\n", ""),)),
    Case(_CREDIT, "events", "  asserted_by: [institute]\n", "", "E7  standing: is asserted, and asserted_by is missing; write who asserts it", "standing: asserted\n  sources"),
    Case(_CREDIT, "events", "  disputed_by: [sallowhithe-port]\n", "", "E3  standing: is disputed, and disputed_by is missing; write who denies it", "standing: disputed"),
    Case(_CREDIT, "events", "kind: meeting\n", "kind: meeting\n  asserted_by: [institute]\n", "E6  asserted_by: does not fit an event that is documented; take it out, or call the event asserted", "asserted_by: [institute]"),
    Case("`grounds`: stated (a source says that it answers the other), inferred (we say so; drawn lighter).", "events", "{event: 1993-11-15-first-talks, grounds: stated}", "{event: 1993-11-15-first-talks, grounds: guessed}", "E9  responds_to.grounds: 'guessed' is not one of its words; choose from stated, inferred", "- {event: 1993-11-15"),
    Case("`later.known` is after the event's `known`, or its `date` where it has none.", "events", 'known: "1995-02-03"', 'known: "1993-09-14"', "E4  later.known: 14 September 1993 is not after 14 September 1993, when the event was public; write it into the summary"),
    Case("`text` is one or two sentences and names its speaker.", "events", "text: The accord's preamble says that the towns leave the finding of 1993 to the historians.", "text: The accord's preamble says so. It names the finding. It leaves it to others.", "warning  E4  later.text: has 3 sentences; use at most 2"),
    Case("Not all of its sources were issued before that day.", "events", 'known: "1996-06"', 'known: "1996-08"', "E4  later.sources: all were issued before August 1996; cite the one that made it public, or give its day", "sources:\n        - {id: accord-1996, locator: Preamble}"),
    Case(_YEARS, "events", "title: The Compact's commission meets for two days", "title: The Compact's commission meets, as it will in 1995", "E6  title: names 1995, later than the event was public (15-16 November 1993); tell what came later under later"),
    Case(_YEARS, "events", "    - {id: board-1993-09-14, locator: section 1}", "    - {id: board-1993-09-14, locator: section 1}\n    - {id: council-1995-02-03, locator: para. 1}", "E4  sources.id: the event was public by 14 September 1993 and council-1995-02-03 came on 3 February 1995; cite it under later", "- {id: council-1995-02-03, locator: para. 1}", keyed=True),
    # measures.yaml
    Case("`id`, `track` | yes | the track it belongs to", "measures", "track: works", "track: work", "spoil-toll  track: 'work' is not a track; did you mean 'works'? choose from talks, works"),
    Case("`order` | yes | its place on the track: 1, 2, 3 ... without a gap", "measures", "order: 1\n  label: Spoil", "order: 2\n  label: Spoil", "spoil-toll  order: 2 comes with no 1 before it on the track works; count 1, 2, 3 ... without a gap"),
    Case("`label`, `title` | yes | at most 34 and 80 characters, each used once", "measures", "label: Spoil toll", "label: Joint survey", "spoil-toll  label: 'Joint survey' is the label of joint-survey on line 4 and of spoil-toll on line 23; give the newer of the two its own"),
    Case("`label`, `title` | yes | at most 34 and 80 characters, each used once", "measures", "title: A toll on barges that carry spoil", f"title: {'x' * 81}", "spoil-toll  title: has 81 characters; use at most 80"),
    Case("`by` | yes | the party that does or proposes it; Russia's own measures stand beside the others", "measures", "by: brackwater\n  what", "by: brackwatr\n  what", f"spoil-toll  by: 'brackwatr' is not a party; did you mean 'brackwater'? {PARTIES}"),
    Case("`what` | yes | one to four sentences", "measures", "Each barge with spoil pays ten crowns a load before it crosses the bar.", "Each pays. It is ten crowns. It is a load. It is before the bar. It is due.", "warning  spoil-toll  what: has 5 sentences; use at most 4", "what: Each"),
    Case("`targets` | where there are any | list of text", "measures", "targets: [barges with spoil]", "targets: barges with spoil", "spoil-toll  targets: 'barges with spoil' is not a list; write it in square brackets or with hyphens"),
    Case("`stop_condition` | yes | `{text, standing, by, date, sources}`, below", "measures", "standing: stated", "standing: stated\n    basis: x", "spoil-toll  stop_condition.basis: is not a key of this record; take it out, or check its spelling", "basis: x"),
    Case(_STAGES, "measures", "{stage: ended, event: 1997-02-03-toll-repealed}", "{stage: ended}", f"spoil-toll  stages.event: {MISSING}"),
    Case(_STAGES, "measures", 'date: "1995-04-01"', 'date: "1995-03-28"', "spoil-toll  stages.date: is the date of E10 again; leave it out"),
    Case(_STAGE, "measures", "- {stage: considered, event: 1993-11-15-first-talks}\n", "- {stage: ended, event: 1993-11-15-first-talks}\n", f"joint-survey  stages.stage: in-force stands below ended; write each stage once, in the order {_ORDER_OF_STAGES}", "- {stage: in-force, event: 1995-05"),
    Case(_STAGE, "measures", "- {stage: considered, event: 1993-11-15-first-talks}\n", "- {stage: in-force, event: 1993-11-15-first-talks}\n", f"joint-survey  stages.stage: in-force stands below in-force; write each stage once, in the order {_ORDER_OF_STAGES}", "- {stage: in-force, event: 1995-05"),
    Case("Its event stands on the measure's track or on the spine.", "measures", "event: 1995-05-joint-survey}", "event: 1995-03-28-spoil-toll}", "joint-survey  stages.event: E10 is neither on the track talks nor on the spine; name an event that is"),
    Case(_EARLIER, "measures", 'date: "1995-04-01"', 'date: "1994-04-01"', "spoil-toll  stages: in-force (1 April 1994) is earlier than authorized (28 March 1995); correct the events or the dates"),
    Case(_EARLIER, "measures", "- {stage: considered, event: 1993-11-15-first-talks}\n    - {stage: in-force, event: 1995-05-joint-survey}", '- {stage: considered, event: 1993-11-15-first-talks, date: "1997-01-05"}', "joint-survey  stages: the first stage (5 January 1997) is after the cutoff, 31 December 1996; give an earlier one"),
    Case("`stop_condition.standing`: stated (somebody said what would end it), independent (somebody said that it does not depend on compliance), none-stated (none was found in the sources cited).",
         "measures", "standing: none-stated", "standing: not-stated", "joint-survey  stop_condition.standing: 'not-stated' is not one of its words; did you mean 'none-stated'? choose from stated, independent, none-stated"),
    Case(_STATED, "measures", "    by: brackwater\n    date", "    date", "spoil-toll  stop_condition: is stated without by; say who said it, and when", "stop_condition:\n    text: The by-law"),
    Case(_STATED, "measures", "standing: none-stated", "standing: none-stated\n    by: brackwater", "joint-survey  stop_condition: is none-stated and has by or date; take them out, or choose another standing", "stop_condition:\n    text: No end"),
    Case(_STATED, "measures", 'says that the toll "ends with the day on which the bar lies at six metres again" (section 4)', "says that the toll ends one day (section 4)", "spoil-toll  stop_condition.text: is stated and quotes nothing; quote the words"),
    Case(_STATED, "measures", "      - {id: bylaw-1995-03-28, locator: section 4}", "      - {id: bylaw-1995-03-28}", "spoil-toll  stop_condition.sources: the end is stated and no source has a locator; say where the words stand", "sources:\n      - {id: bylaw-1995-03-28}"),
    Case("Words quoted from the key document stand in the passage cited.", "measures", "(section 4)", "(para. 2)", "spoil-toll  stop_condition.text: speaks of para. 2, which its sources do not cite; cite it, or correct the number", more=(("measures", "{id: bylaw-1995-03-28, locator: section 4}", "{id: council-1995-02-03, locator: para. 1}"),), keyed=True),
    # positions.yaml
    Case(_QUESTION, "positions", "if anything did?", "if anything did", f'{ASKED}  question: does not end with "?"; write it as a question'),
    Case(_QUESTION, "positions", "question: What raised the bar in the Maren channel, if anything did?", f"question: {'x' * 80}?", f"{ASKED}  question: has 81 characters; use at most 80"),
    Case("`summary` | yes | one to four sentences, each side's view", "positions", "Sallowhithe says that silt did, held back by Brackwater's piers.", "Sallowhithe does not. It says that silt did. It speaks of piers. They are new.", f"warning  {ASKED}  summary: has 5 sentences; use at most 4"),
    Case(_ENTRIES, "positions", 'date: "1995-02-03"', 'date: "1993-09-15"', f"{ASKED}  entries.date: 15 September 1993 is before 20 September 1993, the date of bar-port-1993-piers above it; move it up"),
    Case(_ENTRIES, "dossier", "title: Sallowhithe, place: right", "title: Sallowhithe, place: left", f"{ASKED}  entries: nobody on the right speaks; add what a party of that side says, or that it is silent", "entries:", told="positions"),
    Case(_ENTRY, "positions", "id: bar-board-1995", "id: bar-port-1993", f"{ASKED}  id: 'bar-port-1993' is the id on line 13 and on line 30; give the newer of the two its own"),
    Case(_ENTRY, "positions", "        - {id: port-1993-09-20, locator: para. 3}", "        - {id: port-1993-09-20}", f"{ASKED}  entries.sources: {NO_LOCATOR}", "sources:\n        - {id: port-1993-09-20}"),
    Case(_ENTRY, "positions", "says: The board says that a metre of spoil lies on the bar and that only one dredger worked there.", "says: The board says that a metre of spoil is there. It speaks of one dredger. It worked alone there.", f"warning  {ASKED}  entries.says: has 3 sentences; use at most 2"),
    Case(_ENTRY, "positions", "event: 1993-09-14-board-finding", "event: 1995-03-28-spoil-toll", f"{ASKED}  entries.event: E10 came on 28 March 1995, later than the entry (14 September 1993); name an earlier event"),
    Case(_ENTRY, "positions", "      replies_to: bar-board-1993\n", "", f"{ASKED}  entries: is a reply without replies_to; name the entry that it answers, or choose another kind", "- id: bar-port-1993\n"),
    Case(_ENTRY, "positions", "kind: claim\n", "kind: claim\n      replies_to: bar-port-1993\n", f"{ASKED}  entries: is a claim and has replies_to; take it out, or call the entry a reply", "- id: bar-board-1993\n"),
    Case(_ENTRY, "positions", "replies_to: bar-board-1993", "replies_to: bar-board-1995", f"{ASKED}  entries.replies_to: bar-board-1995 does not stand above this entry in its question; name an earlier entry of the same question"),
    Case(_ENTRY, "positions", "replies_to: bar-port-1993-piers", "replies_to: bar-board-1993", f"{ASKED}  entries.replies_to: bar-board-1993 is of the same side; name an entry of another side, or choose another kind"),
    Case("`kind`: claim, reply, counter-claim (a charge in return), silence (a source says that nothing was said or shown by that day).", "positions", "kind: counter-claim", "kind: counterclaim", f"{ASKED}  entries.kind: 'counterclaim' is not one of its words; did you mean 'counter-claim'? choose from claim, reply, counter-claim, silence"),
    Case("The mean length of one side's entries is at most one and a half times the other's.", "positions", "a metre of spoil lies on the bar and that only", f"a metre of spoil lies on the bar {'and another ' * 9}and that only", f"warning  {ASKED}  entries: those on the left have 148 characters in the mean, those on the right 95; let one be at most 1.5 times the other", "entries:"),
    # briefs.yaml
    Case(_BRIEF, "briefs", "title: The bar in three minutes", f"title: {'x' * 81}", f"{BRIEF}  title: has 81 characters; use at most 80"),
    Case(_BRIEF, "briefs", "  audience: Apprentice pilots\n", "", f"{BRIEF}  audience: {MISSING}", "- id: the-bar"),
    Case("The scenes' seconds are within 15% of the minutes.", "briefs", "minutes: 3", "minutes: 4", f"{BRIEF}  minutes: the scenes take 180 s and the brief 240 s; let them differ by at most 15%"),
    Case(_SCENE, "briefs", "- id: causes", "- id: toll", f"{BRIEF}  id: 'toll' is the id on line 17 and on line 29; give the newer of the two its own", "- id: toll\n      title: Spoil"),
    Case(_SCENE, "briefs", "title: A toll\n", f"title: {'x' * 45}\n", f"{BRIEF}  scenes.title: has 45 characters; use at most 44"),
    Case(_MESSAGE, "briefs", "message: One town sees spoil, the other silt and piers.", "message: One town sees spoil. The other sees silt and piers.", f"warning  {BRIEF}  scenes.message: has 2 sentences; use at most 1"),
    Case(_MESSAGE, "briefs", "message: One town sees spoil, the other silt and piers.", f"message: {'x' * 111}", f"{BRIEF}  scenes.message: has 111 characters; use at most 110"),
    Case(_NOTES, "briefs", "is right: this record weighs no claim, it only says whose each of them\n        is and where it can be read.", "is right.", f"{BRIEF}  scenes.notes: has 33 words; use 40 to 110", "notes: >-\n        **Say.** Both"),
    Case(_NOTES, "briefs", "**Remember.** Each has answered", "But each has answered", f"{BRIEF}  scenes.notes: lacks **Remember.**; write what to say, to remember and if asked", "notes: >-\n        **Say.** Both"),
    Case(_NOTES, "briefs", "(E10)", "(E99)", f"{BRIEF}  scenes.notes: E99 is not an event; choose from E1 to E14", "notes: >-\n        **Say.** The toll"),
    Case("`event` | no | the event opened; its view shows it", "briefs", "tracks: [soundings], q: shoal", "tracks: [talks, works]", f"{BRIEF}  scenes.event: E5 is not among the events that the view selects; widen the view or open another event", "event: 1993-09-20"),
    Case(_VIEW, "briefs", _FINDING_VIEW, 'view: {window: "1993-09-14/1993-09-14", layers: [core]}', f"{BRIEF}  scenes.view: shows 1 event; let it select at least 2"),
    Case("`page` | yes | timeline, responses or positions", "briefs", "page: timeline", "page: timelines", f"{BRIEF}  scenes.page: 'timelines' is not one of its words; did you mean 'timeline'? choose from timeline, responses, positions"),
    Case(_ON_RESPONSES, "briefs", _TOLL_PAGE, "page: responses", f"{BRIEF}  scenes: a scene on the page responses has track or measure; this one has none", "- id: toll"),
    Case(_ON_RESPONSES, "briefs", _TOLL_PAGE, f"{_TOLL_PAGE}\n      track: works", f"{BRIEF}  scenes: a scene on the page responses has track or measure; this one has track and measure", "- id: toll"),
    Case(_ON_RESPONSES, "briefs", _TOLL_PAGE, "page: timeline\n      measure: spoil-toll", f"{BRIEF}  scenes: a scene on the page timeline has none of track, measure and question; this one has measure", "- id: toll"),
    Case(_ON_RESPONSES, "briefs", "event: 1995-03-28-spoil-toll", "event: 1995-10-dredger-laid-up", f"{BRIEF}  scenes.event: E12 is no stage of the measure spoil-toll; open an event of one of its stages"),
    Case(_ON_POSITIONS, "briefs", _TOLL_PAGE, "page: positions\n      measure: spoil-toll", f"{BRIEF}  scenes: a scene on the page positions has question; this one has measure", "- id: toll"),
    Case(_ON_POSITIONS, "briefs", "event: 1993-09-20-sallowhithe-denies", "event: 1993-04-night-dredging", f"{BRIEF}  scenes.event: E3 is the event of no entry of {ASKED}; open an event of one of its entries", more=(("briefs", "q: shoal", "layers: [core]"),)),
    Case("`seconds` | yes | whole number", "briefs", "seconds: 55", "seconds: 55.5", f"{BRIEF}  scenes.seconds: '55.5' is not a whole number; write digits only"),
    # questions.yaml
    Case(_STUDY, "questions", "level: 1\n  prompt: What", "level: 4\n  prompt: What", "what-the-toll-was-on  level: 4 is too large; use at most 3"),
    Case(_STUDY, "questions", "prompt: What did Brackwater's toll of March 1995 charge?", f"prompt: {'x' * 161}", "what-the-toll-was-on  prompt: has 161 characters; use at most 160"),
    Case(_STUDY, "questions", "prompt: Match each act with what answered it.", "prompt: Match each act with its year.", "match-acts-and-answers  prompt: 'Match each act with its year.' is the prompt of match-acts-and-years on line 64 and of match-acts-and-answers on line 80; give the newer of the two its own"),
    Case(_STUDY, "questions", "explanation: There is one act to a year.", "explanation: There is one. It is an act. It has a year. It is its own.", "warning  match-acts-and-years  explanation: has 4 sentences; use at most 3"),
    Case(_STUDY, "questions", "    - {id: bylaw-1995-03-28, locator: section 2}", "    - {id: bylaw-1995-03-28}", f"what-the-toll-was-on  sources: {NO_LOCATOR}", "sources:\n    - {id: bylaw-1995-03-28}"),
    Case(_SPREAD, "questions", "kind: choice\n  level: 3", "kind: choice\n  level: 2", "warning  no question of the kind choice is of level 3; add one", "- id: what-the-toll-was-on"),
    Case(_SPREAD, "dossier", "\nstandings:\n", '  - id: prayers\n    title: Prayers\n    question: Do they help?\n    aim: In both towns\' terms, a fair tide.\n    description: Both towns pray.\n    symbol: circle\n    color: "#333333"\n    dark_color: "#dddddd"\n\nstandings:\n',
         "warning  no question is settled by an event of the lane prayers; add one", "- id: what-the-toll-was-on", told="questions"),
    Case(_CHOICE, "questions", "options: [barges with spoil, ferries in ice,", "options: [barges with spoil, barges with spoil,", "what-the-toll-was-on  options: has 'barges with spoil' twice; let all of them differ"),
    Case(_CHOICE, "questions", "answer: barges with spoil", "answer: barges", "what-the-toll-was-on  answer: 'barges' is none of the options; write one of them, word for word"),
    Case(_CHOICE, "questions", "options: [the talks, the board's finding,", "options: [the board's finding, the talks,", "warning  what-the-toll-answered  answer: 2 of 3 right answers stand in place 1; spread them over the four places", "answer: the board's finding"),
    Case(_ORDER, "questions", "options: [1997-02-03-toll-repealed, 1996-06-12-accord, 1993-09-14-board-finding, 1994-06-30-sounding-order]", "options: [1993-09-14-board-finding, 1994-06-30-sounding-order, 1996-06-12-accord, 1997-02-03-toll-repealed]",
         "order-of-cause-and-answer  answer: has the order of options; put the options in another order, so that there is something to do", "answer: [1993-09-14-board-finding, 1994-06-30"),
    Case(_ORDER, "questions", f"answer: {_FIRST_STEPS}", "answer: [1993-09-20-sallowhithe-denies, 1993-09-14-board-finding, 1994-06-30-sounding-order, 1995-03-28-spoil-toll]", "order-of-the-first-steps  answer: E4 (14 September 1993) was before E5 above it; order them from earliest to latest"),
    Case(_ORDER, "questions", f"answer: {_FIRST_STEPS}", f"answer: {_FIRST_STEPS.replace('1993-09-14-board-finding', '1981-harbour-compact')}", "order-of-the-first-steps  answer: has not the same events as options; name the same ones in both"),
    Case(_ORDER, "questions", f"events: {_FIRST_STEPS}", f"events: {_FIRST_STEPS.replace('1993-09-14-board-finding', '1981-harbour-compact')}", "order-of-the-first-steps  answer: has not the same events as events; name the same ones in both", f"answer: {_FIRST_STEPS}"),
    Case(_ORDER, "questions", f"answer: {_FIRST_STEPS}", f"answer: {_FIRST_STEPS.replace('1993-09-14-board-finding', '1993-04-night-dredging')}", "order-of-the-first-steps  answer: E3 has no single certain day (about April 1993); choose an event that has",
         more=(("questions", f"events: {_FIRST_STEPS}", f"events: {_FIRST_STEPS.replace('1993-09-14-board-finding', '1993-04-night-dredging')}"), ("questions", "1994-06-30-sounding-order, 1993-09-14-board-finding]", "1994-06-30-sounding-order, 1993-04-night-dredging]"))),
    Case(_MATCH, "questions", 'right: ["1995", "1993", "1996", "1994"]', 'right: ["1993", "1994", "1995", "1996"]', "match-acts-and-years  answer: has the right texts in the order of options.right; put options.right in another order", 'answer:\n    - {left: finding, right: "1993"}'),
    Case(_MATCH, "questions", "left: [finding, sounding order, toll, accord]", "left: [sounding order, finding, toll, accord]", "match-acts-and-years  answer: has not the left texts in their order; write one pair for each of them, in the order of options.left", 'answer:\n    - {left: finding, right: "1993"}'),
    Case(_MATCH, "questions", 'right: "1996"}', 'right: "1995"}', "match-acts-and-years  answer: has not each right text once; pair each of options.right, word for word, with one on the left", 'answer:\n    - {left: finding, right: "1993"}'),
    Case(_SAYS_HOW_FAR, "questions", "options: [documented, asserted, disputed]\n  answer: asserted", "options: [asserted, documented, disputed]\n  answer: asserted", "standing-of-the-soundings  options: has not the three standings in their order; write [documented, asserted, disputed]"),
    Case(_SAYS_HOW_FAR, "questions", "answer: asserted", "answer: documented", "standing-of-the-soundings  answer: is documented, and E7, the first of events, is asserted; let them agree"),
    # sources.yaml
    Case(_SOURCE, "sources", "  type: hearing\n", "", f"council-1995-02-03  type: {MISSING}", "- id: council"),
    Case(_SOURCE, "sources", "annals/9\n  rank: reference\n  language: en", "annals/9\n  rank: reference\n  language: English", "institute-1995-01-20  language: 'English' is not written as it has to be; write two lower-case letters, like \"en\"", "language: English"),
    Case(_WHERE_KNOWN, "sources", "  note: Read in the paper's bound volumes.\n", "", "gazette-1991-12-05  has neither URL nor note; give the address, or a note that says where it was read", "- id: gazette-1991"),
    Case(_WHERE_KNOWN, "sources", "author: [{given: Tom, family: Quill}]", "author: [{given: Tom}]", "gazette-1991-12-05  author: an author is a literal name alone, or a given and a family name"),
    Case(_WHERE_KNOWN, "sources", "https://example.org/notice", "https://example.org/compact", "port-1995-10-09  URL: 'https://example.org/compact' is the URL of compact-1981 on line 5 and of port-1995-10-09 on line 99; give the newer of the two its own", "URL: https://example.org/compact\n  note"),
    Case("`rank`: primary (the act or the speaker's own text), reference (a research service or institute), press.", "sources", "rank: reference", "rank: references", "institute-1995-01-20  rank: 'references' is not one of its words; did you mean 'reference'? choose from primary, reference, press"),
    Case("`type`, a CSL type: article-journal, article-magazine, article-newspaper, bill, broadcast, chapter, hearing, legislation, post-weblog, regulation, report, speech, treaty, webpage.",
         "sources", "type: hearing", "type: talk", "council-1995-02-03  type: 'talk' is not one of its words; choose from article-journal, article-magazine, article-newspaper, bill, broadcast, chapter, hearing, legislation, post-weblog, regulation, report, speech, treaty, webpage"),
    # glossary.yaml and people.yaml
    Case(_TERM, "glossary", "aliases: [sandbar, shoal]", "aliases: [sandbar, shoal, Dredgings]", "bar  aliases: 'Dredgings' belongs to the term spoil already; give it to one of the two"),
    Case(_TERM, "glossary", "  definition: What a dredger lifts from the ground and lays down elsewhere.\n", "", f"spoil  definition: {MISSING}", "- id: spoil"),
    Case("A person: `id`, `name`, `offices`, `sources`, all required.", "people", "  name: Ada Thorn\n", "", f"ada-thorn  name: {MISSING}", "- id: ada-thorn"),
    Case(_OFFICE, "people", 'party: brackwater, attested: "1996-06-12"}', "party: brackwater}", "ada-thorn  offices: an office has at least one date; give from, to or attested"),
    # Between the records
    Case("Every id named anywhere resolves: event, source, party, track, person, term, measure, question, entry.", "events", "id: port-1995-10-09", "id: port-1995-10", "E12  sources.id: 'port-1995-10' is not a source; did you mean 'port-1995-10-09'?"),
    Case("Every source is cited by some record.", "events", "{id: gazette-1994-03-02, locator: para. 1}", "{id: gazette-1995-09-05, locator: para. 1}", "gazette-1994-03-02  no record cites it; cite it where something rests on it, or take it out", "- id: gazette-1994-03-02", told="sources"),
    Case("Every passage of the key document is cited by some record.", "dossier", "summary: The tide runs through them.}", "summary: The tide runs through them.}\n    - {locator: para. 4, title: Close, summary: The session closes.}", "key_document.passages.locator: no record cites para. 4; cite it where something rests on it", "- {locator: para. 4", keyed=True),
    Case("Events stand in the file in order of date, within the layers' headings; numbers follow first publication, so may jump.", "events", 'date: "1994-02"', 'date: "1993-02"', "E8  date: February 1993 stands too late in the file; it belongs before E3 (line 37)",
         more=(("events", "id: 1994-02-ferry-waits", "id: 1993-02-ferry-waits"), ("questions", "1994-02-ferry-waits", "1993-02-ferry-waits"))),
]
# fmt: on

# Sentences whose case stands among those of tests.loading.test_dossier.
HELD = {
    "A file, key or word that is not named here is an error.": "E14  colour: is not a key of this record; take it out, or check its spelling",
    '"Required" means there and not empty.': f"E10  label: {EMPTY}",
    '**Date**: an EDTF (ISO 8601-2, levels 0 and 1) string: `"2014-07-29"`, `"2014-09"`, `"2008"`, `"2016-11-15/2016-11-16"` (from, to), `"2015-04~"` (about), `"2008?"` (uncertain), `"2014-08%"` (both), `"2017-11/.."` (open end).': f"E10  date: '1995-02-29' is not a date of the calendar; write it like {FORMS}",
}

# Sentences that no record can break, or that only an editor can hold a record to.
NO_RULE = {
    "how the format is told": [
        "A dossier is everything the dashboard says; the code says nothing of its own.",
        "The examples are from the record of the INF dispute, some shortened.",
        "key | required | what",
        "A scene:",
        "`kind` | `options` | `answer`",
    ],
    "what the program does with a record": [
        "**Scalars are text.** Dates and numbers that YAML would convert stand in quotation marks or are read as text.",
        "It stands for every day from its first possible to its last possible.",
        "**As of a day**: what was public then.",
        "A record's day is its `known`, or else its `date` (for a stage, its event's); it is left out where its first possible day is after the day asked for.",
        "An as-of view leaves it out before that day.",
        "As of a day before `date` nothing is stated.",
        "`q` is met where every word (case and accents ignored) stands somewhere in the event's `label`, `title`, `summary`, its people's names, or a `later` that the view's `as_of` lets through; a word that is a term or alias of the glossary also meets its other spellings.",
        "The page and `check` use the same function.",
    ],
    "what only a reader of the sources can tell": [
        "Every claim names its speaker.",
        "Never more exact than its source.",
        "A track's `question` and `aim` take no side and say whose view they give.",
        "`date_note` | where dates compete or are derived | what each date is the date of; an editors' remark, which may name later sources",
        "Where one side's charge is told, the other's answer is too, or the summary says that none was seen.",
        "`aim`, `basis`, `limit` | where a source says | what it is for, by whose word; its legal basis; what it must not do",
    ],
}
