"""A description ("the force", "its") comes in; the words that named such a body last before it go out."""

from spacy.tokens import Doc

from crossread.extract.tokens import Place, is_word, low, small_words
from crossread.lexicon import load

SENTENCES_BACK = 4
"""How far a description reaches back for the body it means; beyond, another may have come between."""
LONGEST_NAME = 6

Run = tuple[int, int]


def is_description(doc: Doc, at: int, start: int) -> bool:
    """True for "the force", "the group": a body that was named before."""
    return (
        at > start
        and low(doc[at - 1]) in ("the", "this", "that")
        and low(doc[at]) in load("nouns")["described"]["words"]
    )


def last_body(place: Place, at: int, *, description: str = "") -> Run | None:
    """The last name of a body before a token, one whose own words fit the description where any does."""
    doc, sentences = place.doc, place.parsed.sentences
    first = sentences[max(0, place.sentence.index - SENTENCES_BACK)].first
    runs = [run for run in _names(doc, first, at) if _is_body(doc, run)]
    kin = load("nouns")["described"]["kin"].get(description, ())
    fitting = [run for run in runs if any(low(doc[n]) in kin for n in range(*run))]
    return (fitting or runs)[-1] if runs else None


def subject_body(place: Place) -> Run | None:
    """The body that is the subject of the sentence before, the owner of an "its" that this sentence does not name."""
    index = place.sentence.index
    if index == 0:
        return None
    before = place.parsed.sentences[index - 1]
    if before.block != place.sentence.block:
        return None
    runs = [run for run in _names(place.doc, before.first, before.last) if _is_body(place.doc, run)]
    subjects = [
        run for run in runs if any(place.doc[n].dep_.startswith("nsubj") for n in range(*run))
    ]
    return subjects[0] if subjects else None


def _names(doc: Doc, first: int, stop: int) -> list[Run]:
    """The runs of capitalised words, "of" and "for" between them included."""
    runs: list[Run] = []
    at = first
    while at < stop:
        if not _capital(doc, at):
            at += 1
            continue
        end = at + 1
        while (
            end < stop
            and end - at < LONGEST_NAME
            and (
                _capital(doc, end)
                or (
                    low(doc[end]) in ("of", "for", "-")
                    and end + 1 < stop
                    and _capital(doc, end + 1)
                )
            )
        ):
            end += 1
        while at < end and low(doc[at]) in small_words("determiners"):
            at += 1
        if at < end:
            runs.append((at, end))
        at = max(end, at + 1)
    return runs


def _capital(doc: Doc, at: int) -> bool:
    return doc[at].text[:1].isupper() and is_word(doc[at])


def _is_body(doc: Doc, run: Run) -> bool:
    """True for a name with a word for a body in it, or for an acronym."""
    words = [low(doc[n]) for n in range(*run)]
    if any(word in load("nouns")["described"]["body_words"] for word in words):
        return True
    text = doc[run[0]].text
    return run[1] - run[0] == 1 and len(text) > 1 and text.isupper() and text.isalpha()
