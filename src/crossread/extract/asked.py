"""A number that answers comes in; what the "how many" before it asks for goes out: a condition and a noun."""

from spacy.tokens import Doc

from crossread.extract.condition import condition
from crossread.extract.counted import counted
from crossread.extract.memory import Topic
from crossread.extract.tokens import Place, low, place_of
from crossread.extract.words import default_condition, group
from crossread.model.figure import Figure, Quantity
from crossread.model.sentence import Sentence

SENTENCES_BACK = 2
"""How far behind its question an answer may stand: the speaker's name may take a sentence of its own."""


def asked(place: Place, earlier: list[Figure]) -> Topic | None:
    """The condition and the people of the nearest "how many" before a bare number, unless another figure answers it."""
    sentences = place.parsed.sentences
    told = earlier[-1].end if earlier else 0
    for index in range(place.sentence.index, place.sentence.index - SENTENCES_BACK - 1, -1):
        if index < 0:
            return None
        sentence = sentences[index]
        at = _how_many(place, sentence)
        if at is not None:
            found = _read(place, sentence, at)
            return found if place.doc[at].idx >= told or index < place.sentence.index else None
        if index < place.sentence.index and _asks(place.doc, sentence):
            return None
    return None


def _how_many(place: Place, sentence: Sentence) -> int | None:
    """The token "many" of a sentence's last "how many" before the number."""
    doc, text = place.doc, place.parsed.report.text
    if "many" not in text[sentence.start : sentence.end].lower():
        return None
    for at in range(min(sentence.last, place.first) - 1, sentence.first, -1):
        if low(doc[at]) == "many" and low(doc[at - 1]) == "how":
            return at
    return None


def _asks(doc: Doc, sentence: Sentence) -> bool:
    return any(token.text == "?" for token in doc[sentence.first : sentence.last])


def _read(place: Place, sentence: Sentence, at: int) -> Topic | None:
    """The question with "how many" read as if it were the number."""
    doc = place.doc
    start, end = doc[at - 1].idx, doc[at].idx + len(doc[at].text)
    many = Quantity(None, None, start, end, (doc[at].idx, end), vague="many")
    where = place_of(place.parsed, sentence, many)
    if where is None:
        return None
    phrase = counted(where)
    if phrase.kind == "thing":
        return None
    found = condition(where, phrase)
    noun = phrase.noun if phrase.kind == "counted" else None
    if found is None or (noun is not None and noun.condition is None and _is_weak(found.condition)):
        usual = default_condition(noun.population, noun.lemma) if noun is not None else "present"
        said = found.condition if found is not None else usual
        return Topic(said, noun, at) if noun is not None else None
    return Topic(found.condition, noun, found.anchor)


def _is_weak(name: str) -> bool:
    return name in group("weak")
