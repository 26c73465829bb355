"""A quantity in its sentence comes in; whether it is reported, foretold, supposed or denied by the text goes out."""

from crossread.extract.tokens import BE, Place, clause_start, low, small_words, tagged
from crossread.extract.words import verbs
from crossread.model.figure import Modality

_NEGATIONS = frozenset(["not", "n't", "never"])
_ARTICLES = frozenset(["the", "a", "an"])
_WITHOUT_DENIAL = frozenset([
    "missing", "recovered", "present", "sheltered", "affected", "evacuated", "transferred", "hospitalised", "rescued",
    "repatriated",
])  # fmt: skip
AHEAD_REACH = 6
"""Tokens before a number in which a verb of growth and its modal make a forecast: "could well rise to more than"."""


def modality(place: Place) -> Modality:
    """Forecast for a toll that may yet grow, hypothetical behind "as if" and "if", else reported."""
    doc = place.doc
    before = [
        low(t) for t in doc[max(place.sentence.first, place.first - AHEAD_REACH) : place.core_first]
    ]
    grows = [n for n, word in enumerate(before) if word in small_words("growth")]
    if any(
        word in small_words("modals") or word in small_words("ahead") or word == "to"
        for n in grows
        for word in before[max(0, n - 3) : n]
    ) and any(word in small_words("modals") or word in small_words("ahead") for word in before):
        return "forecast"
    if _is_asked(place) or _is_wanted(place):
        return "hypothetical"
    clause = [low(t) for t in doc[place.sentence.first : place.first]]
    if "as" in clause and clause[clause.index("as") : clause.index("as") + 2] in (
        ["as", "if"],
        ["as", "though"],
    ):
        return "hypothetical"
    return "hypothetical" if "if" in before else "reported"


def _is_asked(place: Place) -> bool:
    """True in a question that may be answered with no: "Were 70 prisoners executed?"."""
    doc, sentence = place.doc, place.sentence
    ends = [t.text for t in doc[max(sentence.first, sentence.last - 2) : sentence.last]]
    if "?" not in ends:
        return False
    first = clause_start(doc, place.first, sentence.first)
    asks = ("did", "were", "was", "are", "is", "has", "have", "could", "do", "does")
    return low(doc[first]) in asks and doc[first].text[:1].isupper()


def _is_wanted(place: Place) -> bool:
    """True behind a verb of asking for what is not yet there: "asked for 500 soldiers", "requested at least 40"."""
    doc, at = place.doc, place.first - 1
    while at > place.sentence.first and low(doc[at]) in small_words("determiners"):
        at -= 1
    if at <= place.sentence.first:
        return False
    if low(doc[at]) == "for":
        return low(doc[at - 1]) in small_words("asking")
    return low(doc[at]) in small_words("requesting")


def is_denied(place: Place) -> bool:
    """True for a number right behind "not": "it was 275 and not 288", "twelve dead, not the fifty of the union"."""
    at = place.first - 1
    while at > place.sentence.first and low(place.doc[at]) in _ARTICLES | {'"', "“"}:
        at -= 1
    if at == place.first - 1 and place.doc[at].text == "no" and (place.quantity.low or 0) > 1:
        return at > place.sentence.first  # "I know of no four"
    return at >= place.sentence.first and low(place.doc[at]) in ("not", "n't")


def negated(place: Place, anchor: int, condition: str) -> bool:
    """True where the verb that says the condition is itself denied: "the 62 have not died"."""
    doc = place.doc
    if not tagged(doc[anchor]) or doc[anchor].pos_ != "VERB" or condition in _WITHOUT_DENIAL:
        return False
    if doc[anchor].i in range(place.first, place.last):
        return False
    readings = verbs().get(low(doc[anchor]), ())
    if readings and all(verb.condition != condition for verb in readings):
        return False  # "98 detainees did not escape": they are still held
    near = doc[max(place.sentence.first, anchor - 3) : anchor]
    words = [low(t) for t in near]
    behind = [low(t) for t in doc[anchor + 1 : min(place.sentence.last, anchor + 3)]]
    if "cannot" in words or any(w in ("can", "ca", "could") for w in words):
        return False  # "the 62 cannot be reached": nobody denies it
    if any(word in small_words("causes") for word in behind):
        return False  # "have not died because of a message": the cause is denied, not the dead
    return any(w in _NEGATIONS for w in words) and any(
        w in BE or w in ("have", "has", "had", "did", "do") for w in words
    )
