"""The text before "its director" comes in; the body that "its" goes back to goes out, or None.

In its own sentence that is the body named last, in those before it the one that the sentence begins with.
"""

import re

from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.directory import Directory
from crossread.resolve.gazetteer import state_of
from crossread.resolve.hits import hits, tokens_of
from crossread.resolve.houses import heads, one_of, ruling_councils
from crossread.resolve.names import CAPITAL, HONORIFIC, compiled, fold
from crossread.resolve.office import house_called, only_body
from crossread.resolve.phrase import body_of

BACK = 160
"""Letters before "its director" in which the body that "its" means stands, where no sentence begins with one."""
SENTENCES_BACK = 3
"""Sentences before its own in whose subject the body is looked for."""
PLACE = rf"(?:{CAPITAL}[\w’'-]+)(?:\s(?!{HONORIFIC}){CAPITAL}[\w’'-]+){{0,2}}"
HOUSE = rf"(?:{CAPITAL}[\w’'-]+)(?:\s{CAPITAL}[\w’'-]+){{0,4}}"
DEEPEST = 2
"""Words before the name of a sentence's subject ("The German charity Sea Lantern")."""
BODY = rf"{CAPITAL}[\w’'&-]+(?: (?:of |for |the )*{CAPITAL}[\w’'&-]+){{0,4}}"
DOES = r"(?:said|says|has|had|is|was|will|would|[a-z]{2,}(?:ed|es))\b"
"""What follows the name of a subject: "it" behind it is no person."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
STOP = re.compile(r"(?<=[a-z0-9)”\"])[.!?][”\"]?(?:\s+(?=[A-ZÀ-Þ“\"])|\s*$)")
LEADING = re.compile(
    r"^(?:[\W\d]*(?:[ap]m\b)?\W*)?(?:(?:In|At|On|After|Before|By|From|Near|For|During)\b[^,]*,\s)?"
)
"""An entry's hour, and words of place or time before a sentence's subject."""
PRONOUN = re.compile(r"(?:It|Its|They|Their|He|She|His|Her|This|That)\b|“”|$")
"""What a sentence begins with whose subject an earlier one names, or that is but a quotation."""


def body_before(directory: Directory, report: Report, text: str) -> str | None:
    """The body before "its director": named last in the sentence, the subject of one before, or named last there."""
    said = QUOTED.sub("“”", text.split("\n")[-1])
    *earlier, own = STOP.split(said)
    body = last_body(directory, report, own)
    told = (one for one in reversed(earlier[-SENTENCES_BACK:]) if not PRONOUN.match(one))
    subject = next(told, "") if body is None else ""
    body = body or subject_of(directory, report, subject)
    if body is None and compiled(rf"The (?:{one_of('organs')})\b").match(LEADING.sub("", subject)):
        return None  # somebody's army, not the body named before it
    return body or last_body(directory, report, said[-BACK:])


def subject_of(directory: Directory, report: Report, sentence: str) -> str | None:
    """The body that a sentence begins with, by name, as an organ, or by the noun that only one body's name has."""
    head = re.split(r"[,;:–—]", LEADING.sub("", sentence))[0]
    words = tokens_of(head)
    for hit in hits(words, directory.by_name):
        if hit.party.kind not in ("state", "agency") and hit.first <= DEEPEST:
            return hit.party.name
    plain = compiled(rf"The ({one_of('nouns', 'grounds')})\b(?! (?:in|of) {CAPITAL})").match(head)
    if plain is not None and plain[1] not in heads("organs"):
        return only_body(directory, report, plain[1]) or house_called(plain[1], report.text)
    ruling = compiled(rf"The ((?:[a-z-]+ )?(?:{ruling_councils()}))\b").match(head)
    if ruling is not None:
        return str(ruling[1])
    organ = compiled(rf"The (?:[\w-]+ )?(?:{one_of('organs')})\b").match(head)
    if organ is not None:
        home, scene = directory.home_of(report), directory.scene_of(report)
        party = body_of(organ[0], directory.by_name, home, scene)
        return party.name if party is not None else None
    named = compiled(rf"(?:The )?({BODY}) {DOES}").match(head)
    return subject_name(directory, named[1]) if named is not None else None


def subject_name(directory: Directory, name: str) -> str | None:
    """The name of a body that a sentence begins with, known or of several words; no state, no title."""
    party = directory.party(name)
    if party is not None:
        return None if party.kind in ("state", "agency") else party.name
    words = fold(name).split()
    taken = heads("roles") | heads("holders") | heads("sovereign") | heads("crowd")
    return None if len(words) == 1 or state_of(name) or set(words) & taken else name


def last_body(directory: Directory, report: Report, last: str) -> str | None:
    """The last body named in a stretch of text, by name or as an organ ("the foreign office"), states aside."""
    found = [
        hit.party
        for hit in hits(tokens_of(last), directory.by_name)
        if hit.party.kind not in ("state", "agency")
    ]
    house = lone_house(last)
    if house is not None and (
        not found or last.rfind(house) >= position(last, found[-1]) - len(house)
    ):
        return house
    organs = "|".join(map(re.escape, sorted(heads("organs"), key=len, reverse=True)))
    ruling = compiled(rf"\b[Tt]he ((?:[a-z-]+ )?(?:{ruling_councils()}))\b").findall(last)
    if ruling and not found:
        return str(ruling[-1])
    bare = re.findall(rf"\b[Tt]he ((?:[\w-]+ )?(?i:{organs}|railways))\b", last)
    home, scene = directory.home_of(report), directory.scene_of(report)
    organ = body_of(bare[-1], directory.by_name, home, scene) if bare else None
    if organ is not None and (not found or last.rfind(bare[-1]) > position(last, found[-1])):
        return organ.name
    return found[-1].name if found else None


def lone_house(text: str) -> str | None:
    """The last body that a text calls by its noun and place ("the hospital in Poprad", "Poprad regional hospital")."""
    nouns = "|".join(
        map(re.escape, sorted(heads("nouns") - heads("organs"), key=len, reverse=True))
    )
    small = "|".join(sorted(heads("not_persons") | heads("openers")))
    owned = r"[\w-]+-(?:run|led|based|backed|owned)"
    named = rf"(?!(?i:{small})\b|{owned}\b){HOUSE} (?:(?!the\b)[a-z]+ ){{0,2}}(?:{nouns})\b"
    lying = rf"(?<=he )(?:{nouns}) (?:in|of) {PLACE}"
    found = compiled(rf"(?:\b[Tt]he )?((?:{lying})|{named})").findall(text)
    return found[-1] if found else None


def position(text: str, party: Party) -> int:
    """Where a party's short name stands last, or nowhere."""
    return text.rfind(party.name)
