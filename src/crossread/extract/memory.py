"""The figures found so far and the topic of a block come in; what a number without a noun takes up goes out."""

from dataclasses import dataclass
from math import log

from spacy.tokens import Span

from crossread.extract.tokens import CLAUSE_ENDS, Place, is_word, low, match, small_words, tagged
from crossread.extract.words import Noun, default_condition, group, nouns
from crossread.model.figure import Figure, Quantity
from crossread.model.sentence import Parsed, Sentence

RECENT = 60
"""Figures that are looked at; three sentences never hold more, a table may."""
SENTENCES_BACK = 3
"""How far a bare number reaches back for what it counts; readers do not look further."""
LABEL_WORDS = 7
"""The longest label that opens a paragraph: "THE MISSING.", "Killed in the capital:"."""
SHORT_LABEL = 4
"""Words of a label inside a line."""
LAST_REACH = 6
"""Beyond that, only the last figure counts, and this far."""
STEP_BACK, PART_COST, WEAK_COST, DEAD_GAIN, UNKNOWN_SIZE = 0.35, 0.5, 0.5, 0.5, 1.5
OTHER_BLOCK, OTHER_UNIT, FAR_APART = 0.4, 0.8, 3.0
"""Set together, by hand: a sentence back weighs as much as a number half as large again."""
SAME_GAIN, SAME_FROM = 0.6, 13
"""The same number again weighs more than any likeness; small numbers are the same by chance."""
VAGUE_SIZES = {
    "millions": 3e6,
    "thousands": 3e3,
    "thousand": 3e3,
    "hundreds": 300.0,
    "scores": 50.0,
    "dozens": 30.0,
}
"""About how many a vague word may mean, only to say which figure a number is like; no figure shows it."""
TENS = {"tens": 10.0, "dozens": 10.0, "hundreds": 100.0}
LIST_REACH = 14
"""Tokens between two counts of one list."""


WEAK_TOPICS = frozenset(["present", "affected", "attacking", "rescued"])
"""Conditions of nouns that are too general to be what a bare number counts."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a label or heading says of the numbers below it: condition, noun, both may be missing."""

    condition: str | None
    noun: Noun | None
    anchor: int


def topics(parsed: Parsed) -> dict[int, Topic | None]:
    """For each block, the topic of the label that opens it, or of the heading that governs it."""
    reach: dict[int, tuple[Sentence, Sentence]] = {}
    for sentence in parsed.sentences:
        reach[sentence.block] = reach.get(sentence.block, (sentence, sentence))[0], sentence
    return {block: _topic(parsed, block, reach) for block in reach}


def _topic(parsed: Parsed, block: int, reach: dict[int, tuple[Sentence, Sentence]]) -> Topic | None:
    blocks = parsed.report.blocks
    label = _label(parsed, reach[block][0])
    if label is not None or not blocks:
        return label
    governor = blocks[block].heading
    if governor is None or blocks[governor].kind == "stamp" or governor not in reach:
        return None
    return _say(parsed, reach[governor][0].first, reach[governor][1].last)


def label_of(place: Place) -> Topic | None:
    """The topic of a label right before a number, wherever it stands: "Arrests: 74. Deployed: 280 officers." """
    doc, colon = place.doc, place.first - 1
    if colon <= place.sentence.first or doc[colon].text != ":":
        return None
    first = colon
    while first > place.sentence.first and doc[first - 1].text not in CLAUSE_ENDS:
        first -= 1
    return _say(place.parsed, first, colon) if colon - first <= SHORT_LABEL else None


def _label(parsed: Parsed, sentence: Sentence) -> Topic | None:
    doc = parsed.doc
    first = sentence.first
    while first < sentence.last and not is_word(doc[first]):
        first += 1
    for at in range(first, min(first + LABEL_WORDS, sentence.last)):
        if doc[at].text == ":" or (doc[at].text in ("–", "-", "—") and at - first <= 2):
            return _say(parsed, first, at)
    if sentence.last - first <= LABEL_WORDS and not any(
        doc[n].like_num for n in range(first, sentence.last)
    ):
        return _say(parsed, first, sentence.last)
    return None


def _say(parsed: Parsed, first: int, last: int) -> Topic | None:
    """The condition and the counted noun among a label's words."""
    doc = parsed.doc
    noun: Noun | None = None
    condition: str | None = None
    for at in range(first, last):
        hit = nouns().get(low(doc[at]))
        speaks = hit is not None and hit.condition is None and _names_one(low(doc[at]), hit)
        if hit is not None and hit.kind == "counted" and hit.unit != "building" and not speaks:
            noun = noun or hit
            condition = condition or hit.condition
        said = match(doc, at, last, section="adjective")
        condition = condition or (said[1] if said else None)
    if condition is None:
        condition = _usual_of(doc[first:last])
    return Topic(condition, noun, first) if noun or condition else None


def _usual_of(words: Span) -> str | None:
    """What a label's noun is counted for where it says nothing more: "Foreigners among the victims: Iran 4"."""
    for token in words:
        hit = nouns().get(low(token))
        if hit is not None and hit.kind == "counted":
            usual = default_condition(hit.population, hit.lemma)
            if usual in group("befallen"):
                return usual
    return None


def _names_one(word: str, noun: Noun) -> bool:
    """True for "OFFICER:", "Police:": one speaker or a body, of whose people nothing is counted."""
    return word == noun.lemma.split()[-1] or word in small_words("bodies_as_one")


def in_list(place: Place, earlier: list[Figure]) -> Figure | None:
    """The last figure of the same sentence where this one goes on with the list."""
    last = in_sentence(place, earlier)
    if last is None:
        return None
    doc = place.doc
    before = [t for t in doc[place.sentence.first : place.first] if t.idx >= last.end]
    return (
        last
        if len(before) <= LIST_REACH and not any(t.text in CLAUSE_ENDS - {":", ";"} for t in before)
        else None
    )


def in_sentence(place: Place, earlier: list[Figure]) -> Figure | None:
    """The last figure before in the same sentence."""
    if earlier and earlier[-1].sentence == place.sentence.index:
        return earlier[-1]
    return None


def before(place: Place, earlier: list[Figure]) -> Figure | None:
    """The earlier figure that a bare number takes up: one of its size, near by, rather the dead than others."""
    recent = earlier[-RECENT:]
    near = [f for f in recent if place.sentence.index - f.sentence <= SENTENCES_BACK]
    if not near:
        return (
            earlier[-1]
            if earlier and place.sentence.index - earlier[-1].sentence <= LAST_REACH
            else None
        )
    return min(near, key=lambda figure: _strangeness(place, figure))


def _strangeness(place: Place, figure: Figure) -> float:
    """How unlike a figure is to the one that a number takes up: in size, in distance, in kind."""
    size, other = _size(place.quantity), _size(figure.quantity)
    apart = min(abs(log(size / other)), FAR_APART) if size and other else UNKNOWN_SIZE
    apart -= SAME_GAIN if size == other and (size or 0) >= SAME_FROM else 0.0
    block = place.parsed.sentences[figure.sentence].block
    return (
        apart
        + STEP_BACK * (place.sentence.index - figure.sentence)
        + (OTHER_BLOCK if block != place.sentence.block else 0.0)
        + (PART_COST if figure.measure == "part" else 0.0)
        + (WEAK_COST if figure.condition in ("present", "deployed", "affected") else 0.0)
        + (OTHER_UNIT if figure.unit != "person" else 0.0)
        - (DEAD_GAIN if figure.condition == "killed" else 0.0)
    )


def spoken_of(place: Place, earlier: list[Figure]) -> Topic | None:
    """What the words before a bare number speak of, nearer than any figure: "as for the missing"."""
    doc = place.doc
    sentences = place.parsed.sentences
    start = place.sentence.first
    if place.sentence.index > 0:
        previous = sentences[place.sentence.index - 1]
        asks = previous.last > previous.first and doc[previous.last - 1].text == "?"
        if asks or (
            previous.block == place.sentence.block
            and not any(f.sentence == previous.index for f in earlier)
        ):
            start = previous.first
    told = earlier[-1].end if earlier else 0
    for at in range(place.first - 1, start - 1, -1):
        if doc[at].idx < told:
            return None
        found = _spoken(place, at, asked=at < place.sentence.first)
        if found is not None:
            return found
    return None


def _spoken(place: Place, at: int, *, asked: bool) -> Topic | None:
    """A word for people in a condition, or, in a question, for people of a kind."""
    doc = place.doc
    if tagged(doc[at]) and doc[at].pos_ not in ("NOUN", "ADJ", "VERB"):
        return None
    noun = nouns().get(low(doc[at]))
    if low(doc[at]) in small_words("tolls"):
        return Topic("killed", None, at)
    if noun is None or noun.kind != "counted" or noun.unit == "building":
        return None
    if noun.condition is not None and noun.condition not in WEAK_TOPICS:
        return Topic(noun.condition, noun, at)
    return Topic(None, noun, at) if asked and low(doc[at]) != noun.lemma else None


def _size(quantity: Quantity) -> float | None:
    if quantity.vague is not None:
        words = quantity.vague.casefold().split()
        ones = [size for word, size in VAGUE_SIZES.items() if word in words]
        return ones[0] * (TENS.get(words[0], 1.0) if len(words) > 1 else 1.0) if ones else None
    bounds = [bound for bound in (quantity.low, quantity.high) if bound]
    return sum(bounds) / len(bounds) if bounds else None
