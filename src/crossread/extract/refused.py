"""A quantity that is no figure comes in; the name of its refusal, or the number set aside, goes out."""

from spacy.tokens import Token

from crossread.extract.readings import forms_of
from crossread.extract.scene import Reading
from crossread.extract.tokens import CLAUSE_ENDS, QUOTES, Place, low, small_words
from crossread.model.figure import Figure, Modality
from crossread.model.source import SetAside

SPEAKING_RULES = frozenset(
    ["default", "taken up", "list", "object of verb", "measured before", "topic", "verb further on"]
)
"""Rules that say nothing of the speakers themselves: "two of the wounded said" counts the wounded."""
PAIR_REACH = 6
"""Tokens between "one soldier" and the second count of the pair."""
PART_REACH = 14
"""Tokens between "among them" and the last of those named: "one member of the guard and one pupil"."""
SPEAKING_REACH = 10
"""Tokens between people and their verb of speaking: "two others there, who asked not to be named, told"."""
AHEAD: dict[str, Modality] = {"forecast": "forecast", "hypothetical": "hypothetical"}
"""What a number refused for its mood is, if it counts after all."""
HOURS = 12
"""The clock's last hour: "at four" may be a time, "at forty" not."""

REASONS = {
    "goods": "counts goods, vehicles, weapons, animals, calls or requests",
    "thing": "counts no persons, households or damaged buildings",
    "single": "a single person described, not a count",
    "again": "a number said before and only taken up again",
    "uncounted": "a vague share or number, not a count",
    "hour": "a time of day without its minutes",
    "audience": "counts those who read or hear the report",
    "speaker": "people counted only as those who speak",
    "unclear": "nothing near it says what it counts",
    "standing": "buildings of which no damage is said",
    "forecast": "a forecast, not a report",
    "hypothetical": "a supposition, not a report",
}


def aside(place: Place, code: str) -> SetAside:
    """A refusal by its code, with the figure that the number would be; goods stand beside it as things."""
    quantity, text = place.quantity, place.parsed.report.text
    return SetAside(
        place.parsed.report.name,
        code,
        REASONS[code],
        quantity.start,
        quantity.end,
        text[quantity.start : quantity.end],
        _doubtful(place, "thing" if code == "goods" else code),
    )


def _doubtful(place: Place, code: str) -> Figure:
    """What the number would be if it counted after all: people of whom nothing else is said."""
    quantity = place.quantity
    noun = place.doc[place.core_last - 1].head
    follows = place.last <= noun.i < place.sentence.last and noun.pos_ == "NOUN"
    end = noun.idx + len(noun.text) if follows else quantity.end
    return Figure(
        quantity=quantity,
        start=quantity.start,
        end=end,
        sentence=place.sentence.index,
        unit="person",
        population="people",
        condition="present",
        rule=f"refused: {code}",
        modality=AHEAD.get(code, "reported"),
        anchor=quantity.start,
        noun=noun.text if follows else "",
    )


def refusal(place: Place, read: Reading, earlier: list[Figure]) -> str | None:
    """The name of the refusal that applies to what was read, None where it is a figure."""
    if _is_single(place, read) or _is_offspring(place, read):
        return "single"
    if _is_uncounted(place, read):
        return "uncounted"
    if _is_said_before(place, read, earlier):
        return "again"
    if _is_speaker(place, read):
        return "speaker"
    if _is_hour(place, read):
        return "hour"
    return "unclear" if _is_empty(place, read) or _is_stretch(place, read) else None


def _is_stretch(place: Place, read: Reading) -> bool:
    """True for a bare number behind "after" that ends its clause: "after 198 hours … after more than 200"."""
    doc, at, stop = place.doc, place.first - 1, place.sentence.last
    ends = place.last >= stop or doc[place.last].text in CLAUSE_ENDS | {","}
    behind = at >= place.sentence.first and low(doc[at]) in ("after", "within")
    return read.phrase.kind == "bare" and ends and behind


def _is_offspring(place: Place, read: Reading) -> bool:
    """True for "a father of three": what somebody has, who is described and not counted."""
    at = place.first - 2
    of = at >= place.sentence.first and low(place.doc[at + 1]) == "of"
    if at >= place.sentence.first and low(place.doc[at + 1]) in ("my", "his", "her", "our"):
        return read.found.rule == "default" and place.quantity.vague is None
    kin = of and low(place.doc[at]) in small_words("parents")
    return kin and read.phrase.kind in ("bare", "pronoun")


def _is_uncounted(place: Place, read: Reading) -> bool:
    """True for "many of the children", "a few of them", and for "many workers" of whom nothing is said."""
    vague = place.quantity.vague
    if vague is None or vague.casefold() not in small_words("empty"):
        return False
    unknown = vague.casefold() in small_words("unknown_numbers")
    return unknown or read.phrase.of or read.found.rule == "default"


def _is_hour(place: Place, read: Reading) -> bool:
    """True for "at four", where no noun says what there are four of."""
    quantity = place.quantity
    bare = read.phrase.kind == "bare" and read.found.rule not in ("verb behind", "words behind")
    if not bare or quantity.low is None or quantity.low != quantity.high or quantity.low > HOURS:
        return False
    at = place.first - 1
    if at < place.sentence.first or low(place.doc[at]) not in ("at", "until", "till"):
        return False
    if at > place.sentence.first and low(place.doc[at - 1]) in ("still", "stuck"):
        return False
    counted = read.found.rule in ("count word", "number of")
    return not counted and (read.noun is None or read.noun.condition is None)


def _is_single(place: Place, read: Reading) -> bool:
    """True for "one man", "one of them": one person described, without a bound or condition word."""
    quantity = place.quantity
    if (quantity.low, quantity.high) != (1, 1):
        return False
    doc = place.doc
    said = [low(t) for t in doc[max(place.sentence.first, place.first - 1) : place.core_first]]
    if any(word in ("only", "just", "single") for word in said):
        return False
    if read.noun is not None:
        counted = (
            low(doc[place.core_first]) == "1"
            or _goes_on_counting(place, read)
            or _is_named_part(place, read)
        )
        return read.noun.condition is None and not counted
    return (
        read.phrase.kind == "pronoun"
        or read.found.rule in ("topic", "count word", "measured before")
        or not _in_place(place)
    )


def _is_named_part(place: Place, read: Reading) -> bool:
    """True for "among them one pupil and one nurse", with nothing more said of them: parts, and no descriptions."""
    doc, stop, last = place.doc, place.sentence.last, read.phrase.last
    ends = last >= stop or doc[last].text in CLAUSE_ENDS | QUOTES
    if not ends and [low(token) for token in doc[last : last + 2]] not in (
        ["and", "one"],
        ["of", "the"],
    ):
        return False
    first = max(place.sentence.first, place.first - PART_REACH)
    for at in range(place.first - 1, first, -1):
        token = doc[at]
        if token.text in CLAUSE_ENDS or (token.like_num and low(token) != "one"):
            return False
        pair = f"{low(doc[at - 1])} {low(token)}"
        if low(token) in small_words("among") or pair in small_words("among"):
            return True
    return False


def _goes_on_counting(place: Place, read: Reading) -> bool:
    """True for "one man dead and five hurt": the first count of a pair, and no description."""
    doc, stop = place.doc, min(place.sentence.last, read.phrase.last + PAIR_REACH)
    for at in range(read.phrase.last, stop - 1):
        if (
            low(doc[at]) in ("who", "whose", "aged", "of", "from", ",", "named")
            or doc[at].text in CLAUSE_ENDS
        ):
            return False
        if low(doc[at]) == "and":
            return doc[at + 1].like_num and low(doc[at + 1]) not in ("one", "1")
    return False


def _in_place(place: Place) -> bool:
    """True for "one in the north": an elliptic count by its place."""
    doc = place.doc
    if low(doc[place.core_first]).isdigit():
        return True
    return place.last < place.sentence.last and low(doc[place.last]) in (
        "in",
        "at",
        "near",
        "dead",
        "killed",
        "wounded",
        "missing",
    )


def _is_said_before(place: Place, read: Reading, earlier: list[Figure]) -> bool:
    """True where a number is only taken up again: "seven of those nine", "among the five"."""
    doc, at = place.doc, place.first - 1
    if at < place.sentence.first or low(doc[at]) not in ("the", "those", "these"):
        return False
    if read.noun is not None:
        shared = at - 1 > place.sentence.first and low(doc[at - 1]) == "of" and _picks(doc[at - 2])
        return shared and any(_same(figure, place) for figure in earlier)
    if read.found.rule not in (
        "taken up",
        "measured before",
        "verb behind",
        "words behind",
        "topic",
    ):
        return False
    behind = low(doc[at - 1]) if at > place.sentence.first else ""
    said = any(_same(figure, place) for figure in earlier)
    return said and (behind in ("of", "among", "amongst") or low(doc[at]) in ("those", "these"))


def _picks(token: Token) -> bool:
    """True for a word that takes some out of a whole: "seven of the 18", "all of those nine"."""
    return token.like_num or low(token) in small_words("pickers")


def _same(figure: Figure, place: Place) -> bool:
    one, other = figure.quantity, place.quantity
    return one.vague is None and (one.low, one.high) == (other.low, other.high)


def _is_speaker(place: Place, read: Reading) -> bool:
    """True for "two officials said": people counted only as those who speak."""
    head = read.phrase.head
    if _is_spoken_to(place):
        return True
    if read.found.rule not in SPEAKING_RULES or head is None or read.noun is None:
        return False
    token = place.doc[head]
    near = 0 < token.head.i - head <= SPEAKING_REACH
    return near and token.dep_ == "nsubj" and low(token.head) in forms_of("speaking")


def _is_spoken_to(place: Place) -> bool:
    """True for "we spoke with two of those released"."""
    doc, at = place.doc, place.first - 1
    if at > place.sentence.first and low(doc[at]) in ("to", "with"):
        told = low(doc[at]) == "to" and low(doc[at - 1]) == "according"
        return told or low(doc[at - 1]) in forms_of("conversing")
    return at >= place.sentence.first and low(doc[at]) in forms_of("questioning")


def _is_empty(place: Place, read: Reading) -> bool:
    """True for a bare "many" or "several" that only an earlier figure would make a count."""
    vague = place.quantity.vague
    if vague is None or read.noun is not None or vague.casefold() not in small_words("empty"):
        return False
    return read.found.rule in ("taken up", "topic", "list", "measured before", "count word")
