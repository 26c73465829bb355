"""A reading and the directory come in; its claims with one name for each party go out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.antecedents import PLACE
from crossread.resolve.beside import (
    fitting_body,
    holder_party,
    is_compatriot,
    is_dateline,
    is_far,
    is_heading,
    is_house_of_its_own,
    is_misplaced,
    is_only_near,
    is_place,
)
from crossread.resolve.census import is_body
from crossread.resolve.directory import Directory
from crossread.resolve.hits import tokens_of
from crossread.resolve.holders import without_person
from crossread.resolve.houses import heads, part_of_land
from crossread.resolve.levels import is_sovereign_state
from crossread.resolve.mended import LOOSE
from crossread.resolve.names import CAPITAL, PERSON, fold, without_opener
from crossread.resolve.office import local_head, lone_office, office_party
from crossread.resolve.organs import ON_DUTY, speaks_as
from crossread.resolve.phrase import (
    PLAIN_ORGANS,
    POSSESSIVES,
    house_in,
    local_authority,
    organ_kind,
    own_body,
    spoken_for,
)
from crossread.resolve.portfolios import ministry, with_known_ministries
from crossread.resolve.register import register_names
from crossread.resolve.same_speaker import one_body_each
from crossread.resolve.shortened import with_whole_names
from crossread.resolve.sides import with_led_sides
from crossread.resolve.speakers import (
    counted_party,
    housed_body,
    named_party,
    owner_before,
    person_party,
    speaker_party,
)
from crossread.resolve.unexplained import (
    is_no_body,
    is_titled_in,
    lone_body,
    members_party,
    plain_body,
    plain_organ,
    sits_for,
    stands_alone,
    tidied,
    whole_body,
)
from crossread.resolve.wards import house_at

OWN_SIDE = frozenset({"its", "our", "ours", "us", "their", "his", "her"})
"""Possessives that count the speaker's own people ("28 of its men")."""
ELLIPSIS = re.compile(
    r"\b(?:of (?:them|those|these|whom)|more|others?|another|further)\b|^\W*[\d.,]+\W*$", re.I
)
NEAR = 220
"""Letters back to the figure whose side an elliptic one ("another 15", "three of them") belongs to."""
NAME_BACK = 60
"""Letters before and behind a speaker's words in which the rest of a cut name stands."""
TELLING = 10
"""From here on, one number in one condition is one group of people, whatever a report leaves unsaid of them."""
RANKED = frozenset({"army", "judiciary"})
"""Organs that a mere rank or title makes likely and that others have it too: a colonel of police, a county's judge."""
ARMED = frozenset({"combatants", "staff", "detainees"})


def name_readings(readings: Sequence[Reading], directory: Directory) -> tuple[Reading, ...]:
    """Every reading with canonical parties on its claims, and sides filled in where only one is possible."""
    whole = "\n".join(sorted({reading.report.text for reading in readings}))
    named = [
        replace(
            reading,
            claims=tuple(
                name_claim(directory, claim, reading.report, whole) for claim in reading.claims
            ),
        )
        for reading in readings
    ]
    settled = one_body_each(directory, readings, with_known_ministries(named))
    settled = with_led_sides(directory, with_whole_names(directory, settled), whole)
    carried = [replace(reading, claims=inherited(reading.claims)) for reading in settled]
    sides = sides_by_figure([claim for reading in carried for claim in reading.claims])
    return tuple(
        replace(reading, claims=tuple(with_side(claim, sides) for claim in reading.claims))
        for reading in carried
    )


def name_claim(directory: Directory, claim: Claim, report: Report, whole: str) -> Claim:
    """The claim with canonical names for who speaks and who is counted; None where nobody can be named."""
    house = told_house(directory, claim.source) if claim.source else None
    claim = claim if house is None else replace(claim, source_party=house)
    if is_house_of_its_own(claim.source_party or "", claim.source or ""):
        claim = replace(claim, source_party=None)
    speaker = who_speaks(directory, claim, report)
    kept = kept_body(directory, claim, report, whole, told=speaker is not None)
    if speaker is not None and named_beside(directory, claim, speaker):
        speaker, kept = None, tidied(claim.source_party)
    source_party = (
        speaks_as(directory, speaker, claim.source or "", claim.source_party) if speaker else kept
    )
    if sits_for(claim.source, source_party) or is_only_near(claim.source or ""):
        source_party = None
    if claim.party and not claim.party.isupper() and claim.party.casefold() in OWN_SIDE:
        neutral = speaker is None or speaker.kind in {"neutral", "agency"}
        return replace(claim, source_party=source_party, party=None if neutral else source_party)
    surface = widened(claim, report)
    counted = counted_party(directory, surface, report, sentence=claim.sentence)
    party = (
        speaks_as(directory, counted, surface or "")
        if counted
        else described_side(directory, claim)
    )
    if counted is None and surface and keeps(surface, whole):
        party = surface  # a side that only this report names stays as it stands
    return replace(claim, source_party=source_party, party=party)


def told_house(directory: Directory, words: str) -> str | None:
    """The body that a speaker's words name around a person's name, where they are no body's name themselves.

    What a place or a land owns ("Losto's Morning Star") is as often a house as a person.
    """
    house = house_in(words)
    if house is None or directory.party(words) is not None:
        return None
    party = directory.party(house)
    land = party is not None and (party.kind == "state" or is_place(party))
    owned = not words.endswith(house)
    return None if owned and (land or not is_body(house, "")) else house


def kept_body(
    directory: Directory, claim: Claim, report: Report, whole: str, *, told: bool
) -> str | None:
    """The body that the words leave where no known party explains them; None where they name none."""
    if claim.source and not told and ministry(claim.source) != claim.source:
        return filed_ministry(directory, claim.source)
    own = own_body(claim.source) or (None if told else spoken_for(claim.source or ""))
    own = claim.source_party if own and LOOSE.fullmatch(own) else own
    kept = claim.source_party if stands_alone(claim) else own
    if kept and own and own.endswith(kept):
        kept = own  # "Prisoners' Club", not "Club"
    if kept and claim.source and is_far(directory, kept, claim.source, report):
        kept = None
    if kept and claim.source and fold(kept) == fold(claim.source):
        kept = housed_body(directory, kept) or kept
    if kept and (
        is_dateline(kept, report)
        or is_heading(directory, kept, claim.source or "", report)
        or is_misplaced(directory, kept, claim.source or "", report.text)
    ):
        kept = None
    kept = tidied(kept)
    kept = whole_body(without_person(kept, whole), whole) if kept else None
    if kept is not None and fold(kept) in PLAIN_ORGANS:
        kept = fold(kept)
    kept = filed_ministry(directory, kept) if kept else None
    if kept is not None and (is_no_body(kept) or is_titled_in(kept, whole)):
        kept = None
    if not told and kept is None and claim.source:
        kept = plain_organ(claim.source) or plain_organ(claim.source_party or "")
        kept = directory.spoken.get(kept or "", kept) or lone_body(claim.source, whole)
        kept = kept or members_party(claim.source, report.text)
        kept = kept or housed_body(directory, claim.source) or plain_body(directory, claim, report)
    if kept and claim.source and re.fullmatch(PLACE, kept):
        kept = house_at(directory, kept, claim.source, whole) or kept
    return directory.spoken.get(kept or "", kept)


def filed_ministry(directory: Directory, kept: str) -> str:
    """A ministry's one name, the one that the texts give it where they spell it out; other words as they stand."""
    name = ministry(kept)
    known = directory.by_name.get(fold(name)) if name.endswith("ministry") else None
    return known.name if known is not None else name


def who_speaks(directory: Directory, claim: Claim, report: Report) -> Party | None:
    """The party behind a claim: a known person's first, then the body that the sentence gives, then the words'."""
    words, near = full_name(claim, report), claim.sentence
    body = fitting_body(directory, claim, words, report)
    if words and (person := person_party(directory, words)) is not None:
        return closer(directory, words, body, person)
    if body and words and re.search(rf"{re.escape(body)}[’']s\s", report.text):
        holder = holder_party(directory, body, words)
        if holder is not None:
            return holder
    if body is None and is_compatriot(claim.source or ""):
        return None
    place = local_authority(words, directory.by_name) if words and body else None
    if place is not None and (local_head(words or "") is not None or owned_by(body or "", words)):
        return place  # "Regent of Agam Andri" says himself whose he is
    if is_sovereign_state(claim.source or "", report.text):
        return directory.home_of(report)
    part = part_of_land(tokens_of(words), organ_kind(tokens_of(words))) if words else None
    if part is not None:
        return part
    office = lone_office(words) if words else None
    if office is not None:
        return directory.called(office_party(directory, office))
    owner = owner_before(directory, claim, report)
    if owner is not None or fold(words or "").partition(" ")[0] in POSSESSIVES:
        return owner
    if words and re.match(r"(?:an?|one|two|three|some)\s[\w-]+\sfrom\s", words, re.I):
        party = speaker_party(directory, words, report, sentence=near)
        return party if party is not None and party.kind in ("neutral", "agency") else None
    house = spoken_for(words) if words else None
    return (
        (named_party(directory, words) if words else None)
        or speaker_party(directory, body, report, sentence=near)
        or speaker_party(directory, words, report, sentence=near)
        or speaker_party(directory, house, report, sentence=near)
    )


def owned_by(state: str, words: str | None) -> bool:
    """Whether a speaker's words have a state only as whose a place is ("authorities in Ruvia's Losto State")."""
    return re.search(rf"\b{re.escape(state)}[’']s\s{CAPITAL}", words or "") is not None


def named_beside(directory: Directory, claim: Claim, speaker: Party) -> bool:
    """Whether the sentence gives a name of its own for whom a plain office speaks ("the mayor", Nolvara)."""
    body = claim.source_party or ""
    if not stands_alone(claim) or local_head(speaker.name) != speaker.name:
        return False
    words = {fold(word) for word in tokens_of(body)}
    place = re.fullmatch(PLACE, body) is not None and directory.party(body) is None
    place = place and not is_no_body(body) and not words & heads("papers")
    return place and not words & (
        {*fold(claim.source or "").split()}
        | ((heads("roles") | heads("holders") | heads("local")) - heads("areas"))
    )


def closer(directory: Directory, words: str, body: str | None, person: Party) -> Party:
    """A person's party, or the body beside it: where that is a part of the party, or only a rank told of the party."""
    kind = organ_kind(tokens_of(body)) if body else None
    service = Party(f"{person.within}’s {kind}", within=person.within, kind="ministry")
    named = service if kind in ON_DUTY else named_party(directory, body) if body else None
    if named is None or named.kind == "state":
        return person
    ranked = (
        person.name.partition("’s ")[2] in RANKED and fold(words).split()[-1] in directory.ranked
    )
    return named if ranked or named.within == person.name else person


def full_name(claim: Claim, report: Report) -> str | None:
    """The speaker's words with the capitalised words before them, where only a name's end was taken for the speaker."""
    words, at = claim.source, claim.source_at
    if not words or at is None or report.text[at[0] : at[1]] != words:
        return words
    for name in longer_names(words):
        start = report.text.find(name, max(0, at[0] - len(name)), at[1] + len(name))
        if 0 <= start <= at[0] and at[1] <= start + len(name):
            return name
    before = re.search(
        rf"(?:^|[.:;“”]\s|\b[Tt]he\s|[a-z,]\s)((?:{CAPITAL}[\w’'-]*(?:[a-z]|s[’'])\s(?:of\sthe\s|of\s|for\s)?){{1,5}})$",
        report.text[max(0, at[0] - NAME_BACK, report.text.rfind("\n", 0, at[0])) : at[0]],
        re.M,
    )
    behind = re.match(
        rf"\s(?:of|for)\s(?:the\s)?{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,4}}",
        report.text[at[1] : at[1] + NAME_BACK],
    )
    named = words[:1].isupper() and re.fullmatch(PERSON, words) is None
    grown = without_opener((before[1] if before and named else "") + words)
    ends = re.search(r"\b(?:of|for)$", words)
    if ends:
        rest = re.match(
            rf"\s(?:the\s)?{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,4}}", report.text[at[1] :]
        )
        return grown + (rest[0] if rest else "")
    return grown + (behind[0] if behind and named and grown != words else "")


@lru_cache(maxsize=4096)
def longer_names(words: str) -> tuple[str, ...]:
    """The register's names that hold these words and more ("Doctors Without Borders"), the longest first."""
    found = [name for name in register_names() if words in name and words != name]
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def keeps(name: str, whole: str) -> bool:
    """Whether a name that nothing else explains is a party in its own right."""
    return name[:1].isupper() and is_body(name, whole)


def widened(claim: Claim, report: Report) -> str | None:
    """The counted side's words, with the capitalised word before them where the name was cut ("South Africans")."""
    at = claim.figure.party_at
    if claim.party is None or at is None or report.text[at[0] : at[1]] != claim.party:
        return claim.party
    before = re.search(r"([A-Z][a-z]+)\s$", report.text[max(0, at[0] - 20) : at[0]])
    if before is None or not claim.party[:1].isupper():
        return claim.party
    return (
        f"{before[1]} {claim.party}"
        if before[1] in {"South", "North", "Saudi", "Sri", "New", "Central"}
        else claim.party
    )


def inherited(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Elliptic figures with the side of the figure that they go on from."""
    done: list[Claim] = []
    for claim in sorted(claims, key=lambda one: (one.figure.start, one.figure.end)):
        before = done[-1] if done else None
        follows = before is not None and claim.figure.start - before.figure.end <= NEAR
        if (
            claim.party is None
            and before is not None
            and before.party is not None
            and follows
            and ELLIPSIS.search(claim.quote)
            and not claim.figure.noun.strip()
            and claim.figure.population == before.figure.population
            and claim.figure.population in ARMED
            and claim.source_party == before.source_party
        ):
            claim = replace(claim, party=before.party)
        done.append(claim)
    by_id = {(claim.id, claim.figure.start): claim for claim in done}
    return tuple(by_id.get((claim.id, claim.figure.start), claim) for claim in claims)


def sides_by_figure(claims: Sequence[Claim]) -> dict[tuple[object, ...], str]:
    """The one side that any report gives for a number of armed people in one condition."""
    found: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.party is not None:
            found[figure_key(claim)].add(claim.party)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def figure_key(claim: Claim) -> tuple[object, ...]:
    """What makes two figures of armed people one: number, condition, population."""
    quantity = claim.figure.quantity
    return (
        quantity.low,
        quantity.high,
        quantity.vague,
        claim.figure.condition,
        claim.figure.population,
    )


def with_side(claim: Claim, sides: dict[tuple[object, ...], str]) -> Claim:
    """The claim with the side that another report gives for the same figure, where it has a noun but no side itself."""
    quantity = claim.figure.quantity
    telling = quantity.vague is None and (quantity.low or quantity.high or 0) >= TELLING
    named = claim.figure.noun.strip() and claim.figure.population in ARMED
    if claim.party is None and telling and named:
        return replace(claim, party=sides.get(figure_key(claim)))
    return claim


def described_side(directory: Directory, claim: Claim) -> str | None:
    """The side that a counted noun alone stands for ("militants", where the texts give the word to one side)."""
    noun = fold(claim.figure.noun) if claim.figure.population in ARMED else ""
    one = re.sub(r"m[ae]n$", "", noun)  # "militiamen" are of "the militia"
    party = directory.by_name.get(noun) or directory.by_name.get(one) if noun else None
    return party.name if party is not None and party.kind == "other" else None
