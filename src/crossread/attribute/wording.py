"""How a noun phrase is worded: tokens come in; names, offices and bodies in it, and its pieces, go out.

Works by token order, capitals and word lists alone, so that it holds in sentences that were never parsed.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from crossread.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = Sequence["Token"]
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
PREPOSITIONS = frozenset(
    {
        "of",
        "for",
        "from",
        "at",
        "with",
        "in",
        "within",
        "inside",
        "near",
        "on",
        "to",
        "close",
        "among",
        "by",
        "under",
    }
)
RELATIVE = frozenset({"who", "which", "whose", "that", "whom"})
DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "no",
        "any",
        "each",
        "both",
    }
)
CONNECTORS = frozenset({"of", "for", "the", "and", "de", "du", "des", "la", "del", "di"})
NAME_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "de",
        "van",
        "der",
        "von",
        "da",
        "di",
        "del",
        "la",
        "le",
        "ben",
        "-",
    }
)
COMMON = frozenset({"NN", "NNS", "JJ", "CD", "VBG", "IN", "DT", "PRP", "RB", "PRP$"})
"""Tags of words that have a capital only because a sentence begins with them."""

COUNTRY = re.compile(
    r"-?(backed|led|based|allied|aligned|run|held|controlled|appointed)$", re.IGNORECASE
)


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One word list of the reporting lexicon as a set."""
    return frozenset(load("reporting")[table][key])


def capital(token: "Token") -> bool:
    """Whether a word is written as a name is: capital first, or an acronym with a small prefix (i-DE)."""
    text = token.text
    letters = text.strip(".-'’")
    named = bool(letters) and (letters[0].isupper() or (letters[-1].isupper() and len(letters) > 1))
    prefix = not named and (len(text) == 1 or text.lower() in NAME_PARTICLES)
    if not named and not (prefix and token.i + 1 < len(token.doc) and hyphen(token.nbor())):
        return False
    return token.tag_ not in COMMON or not begins_sentence(token)


def begins_sentence(token: "Token") -> bool:
    """Whether a capital says nothing, because the sentence or quotation begins there."""
    text = token.text
    if text.isupper() and len(text) > 1:
        return False
    return token.i == 0 or token.is_sent_start is True or token.nbor(-1).text in {"“", '"', "‘"}


def text_of(tokens: Tokens) -> str:
    """The words as the text has them."""
    if not tokens:
        return ""
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text


def low(token: "Token") -> str:
    """A word in small letters, an acronym as it is: WHO is no "who"."""
    text = token.text
    return text if 1 < len(text) < 5 and text.isupper() else token.lower_


def is_role(token: "Token") -> bool:
    """Whether a word names a person by office ("spokesman"), not by name."""
    word = token.lower_
    if word not in words("roles", "nouns"):
        return False
    guards = word in {"guard", "guards"} and capital(token)
    return not (guards and token.i and capital(token.nbor(-1)))


def is_body(token: "Token") -> bool:
    """Whether a word is, or ends the name of, a body ("ministry", "institute")."""
    return token.lower_ in words("bodies", "nouns")


def stripped(tokens: Tokens) -> Tokens:
    """Without articles, numbers, titles' articles and ranking adjectives at the front."""
    first = 0
    while first < len(tokens) and (
        tokens[first].lower_ in DETERMINERS or ranking(tokens, first) or tokens[first].is_punct
    ):
        first += 1
    return tokens[first:]


def ranking(tokens: Tokens, at: int) -> bool:
    """Whether a word only ranks what follows: "senior", but not the "chief" of "chief secretary"."""
    token = tokens[at]
    word = token.lower_
    if word not in words("roles", "ranks") or capital(token):
        return False
    return word != "chief" or at + 1 >= len(tokens) or not is_role(tokens[at + 1])


def owner_and_rest(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """The last possessor and what it has: "Peru's foreign ministry" gives (Peru, foreign ministry)."""
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at].text in POSSESSIVE or tokens[at].tag_ == "POS":
            if shared_owner(tokens, at):
                continue
            return tokens[:at], tokens[at + 1 :]
    return (), tokens


def segments(tokens: Tokens) -> list[Tokens]:
    """The phrase cut at commas, brackets and dashes: the core first, then the appositions."""
    cut: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in {",", "(", ")", "–", "—", ";", "[", "]", "--", "-"} and not hyphen(token):
            cut.append([])
        else:
            cut[-1].append(token)
    return [part for part in cut if part]


def hyphen(token: "Token") -> bool:
    """Whether a dash joins two parts of one word."""
    return (
        token.text == "-"
        and not token.whitespace_
        and token.i > 0
        and not token.nbor(-1).whitespace_
    )


def proper_tail(tokens: Tokens) -> Tokens:
    """The name that ends a run of words: from the last common word to the end."""
    first = len(tokens)
    while first > 0 and (
        capital(tokens[first - 1])
        or hyphen(tokens[first - 1])
        or shared_owner(tokens, first - 1)
        or particle(tokens, first - 1)
    ):
        first -= 1
    return tokens[first:]


def particle(tokens: Tokens, at: int) -> bool:
    """Whether a small word stands inside a personal name: "Vivian van de Perre"."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].lower_ in NAME_PARTICLES
        and (capital(tokens[at - 1]) or tokens[at - 1].lower_ in NAME_PARTICLES)
        and (capital(tokens[at + 1]) or tokens[at + 1].lower_ in NAME_PARTICLES)
    )


def shared_owner(tokens: Tokens, at: int) -> bool:
    """Whether a possessive mark stands inside a name: "Miners' Relief Fund", "Workers' Party"."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].text in POSSESSIVE
        and (
            tokens[at - 1].lower_ in words("bodies", "of the many") or tokens[at].text in {"'", "’"}
        )
        and capital(tokens[at + 1])
    )


def proper_head(tokens: Tokens) -> Tokens:
    """The name that starts a run of words, small joining words inside it included."""
    last = 0
    at = 0
    while at < len(tokens):
        if capital(tokens[at]) or hyphen(tokens[at]) or (tokens[at].is_digit and last):
            last = at = at + 1
        elif last and (tokens[at].lower_ in CONNECTORS or tokens[at].text in POSSESSIVE):
            at += 1
        elif last == at and tokens[at].lower_ in {"on", "against"} and is_body(tokens[at - 1]):
            at += 1  # "Commission on Human Rights"
        else:
            break
    return tokens[:last]


def cut_preposition(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """The phrase before its first preposition or relative word, and from there on; names keep their "of"."""
    for at in range(1, len(tokens)):
        if low(tokens[at]) in RELATIVE or tokens[at].lower_ in PREPOSITIONS:
            return tokens[:at], tokens[at:]
    return tokens, ()


def without_side(tokens: Tokens) -> Tokens:
    """Without "U.S.-backed", "Kurdish-led" and the like at the front of a name."""
    for at in range(len(tokens) - 1, -1, -1):
        if COUNTRY.search(tokens[at].lower_) and tokens[at].lower_.strip("-") != "":
            return tokens[at + 1 :]
    return tokens


def inside_name(tokens: Tokens, at: int) -> bool:
    """Whether a role word only helps to name a body: "Emergency Lawyers group", "the officers' union"."""
    after = tokens[at + 1 : at + 4]
    if after and (after[0].text in POSSESSIVE or after[0].tag_ == "POS"):
        return True
    return capital(tokens[at]) and any(is_body(token) for token in after[:2])


def acronym(tokens: Tokens) -> bool:
    """Whether the words are one short all-capital name."""
    letters = "".join(token.text for token in tokens).replace(".", "").replace("-", "")
    return len(tokens) <= 3 and 1 < len(letters) <= 10 and letters.isupper()


def span(tokens: Tokens) -> tuple[int, int] | None:
    """Character offsets of a run of tokens."""
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else None


def person_name(tokens: Tokens) -> Tokens:
    """The name in a run of capitals, without titles in front."""
    first = 0
    while first < len(tokens) - 1 and tokens[first].lower_ in words("roles", "titles"):
        first += 1
    return tokens[first:]


def run_from(tokens: Tokens, first: "Token") -> Tokens:
    """The unbroken run of capitalised words from `first`."""
    at = next(place for place, token in enumerate(tokens) if token.i == first.i)
    run = [tokens[at]]
    for token in tokens[at + 1 :]:
        if (
            not (capital(token) or hyphen(token))
            or is_role(token)
            or token.lower_ in words("roles", "plain")
        ):
            break
        run.append(token)
    return run


def looks_like_body(tokens: Tokens, *, article: bool = False) -> bool:
    """Whether a capitalised run names a body or state rather than a person."""
    text = text_of(tokens)
    if article or text in words("bodies", "places") or any(is_body(token) for token in tokens):
        return True
    letters = tokens[-1].text.replace(".", "")
    if not any(token.whitespace_ for token in tokens[:-1]):
        return True
    return len(letters) > 1 and letters.isupper() and len(tokens) < 3 and len(letters) <= 6
