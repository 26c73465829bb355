"""A quantity in its sentence and the figures before it come in; a figure, or the refusal by name, goes out."""

from crossread.extract.audience import counts_readers
from crossread.extract.counted import Counted
from crossread.extract.memory import Topic
from crossread.extract.modality import is_denied, modality, negated
from crossread.extract.parts import Share, share
from crossread.extract.party import Side, forces, owner_of, party, state_before
from crossread.extract.place import elsewhen, locative
from crossread.extract.predicate import Predicate, predicate
from crossread.extract.reading import read_quantity
from crossread.extract.refused import aside, refusal
from crossread.extract.scene import Reading
from crossread.extract.tokens import Place, small_words
from crossread.extract.words import group
from crossread.model.figure import Figure
from crossread.model.source import SetAside


def figure_or_refusal(
    place: Place, earlier: list[Figure], topic: Topic | None
) -> Figure | SetAside:
    """The figure that a quantity stands for, or the named reason why it stands for none."""
    if counts_readers(place):
        return aside(place, "audience")
    read = read_quantity(place, earlier, topic)
    if isinstance(read, str):
        return aside(place, read)
    code = refusal(place, read, earlier)
    said = modality(place)
    if code is not None or said != "reported":
        return aside(place, code or said)
    return _figure(place, read, share(place, earlier), earlier)


def _figure(place: Place, read: Reading, part: Share, earlier: list[Figure]) -> Figure:
    phrase, noun, doc = read.phrase, read.noun, place.doc
    said = predicate(place, phrase)
    side, population = _who(place, read, said, earlier)
    last = max(phrase.last, said.last if said is not None else 0)
    start, end = doc[phrase.first].idx, doc[last - 1].idx + len(doc[last - 1].text)
    unit = (
        noun.unit if noun is not None else (read.taken_from.unit if read.taken_from else "person")
    )
    own = read.taken_from is None
    return Figure(
        quantity=place.quantity,
        start=min(start, place.quantity.start),
        end=max(end, place.quantity.end),
        sentence=place.sentence.index,
        unit=unit,
        population=population,
        condition=read.found.condition,
        rule=read.found.rule,
        firm=read.found.firm,
        anchor=doc[read.found.anchor].idx,
        noun=phrase.text or (said.text if said is not None else ""),
        party=side[0] if side else None,
        party_at=side[1] if side else None,
        place=locative(place, phrase),
        background=elsewhen(place),
        measure=part.measure,
        part_of=part.whole.quantity.core if part.whole and part.measure == "part" else None,
        negated=is_denied(place)
        or (own and negated(place, read.found.anchor, read.found.condition)),
    )


def _who(
    place: Place, read: Reading, said: Predicate | None, earlier: list[Figure]
) -> tuple[Side | None, str]:
    """The side and the population, with what a predicate adds: "two of them children"."""
    population, source = read.population, read.taken_from
    if said is not None:
        population = _said_to_be(said.population, population, source)
    side = party(place, read.phrase) or (said.side if said is not None else None)
    if side is None and read.head is not None:
        side = owner_of(place, read.head)
    if side is None and _is_bare(read.phrase):
        side = state_before(place)
    if side is None and source is not None and source.party is not None:
        side = source.party, source.party_at
    if side is not None and population == "people" and _are_of_an_army(read, side):
        population = "combatants"
    return side or forces(place, read.phrase, earlier), population


def _are_of_an_army(read: Reading, side: Side) -> bool:
    """True for the dead and the lost of an armed body: "the army put its own losses at 21"."""
    noun = read.phrase.noun
    lost = read.found.condition in group("custody") | group("befallen")
    plain = lost if noun is None else noun.condition is not None
    words = side[0].casefold().split()
    return plain and any(word in small_words("armed") for word in words[-1:])


def _said_to_be(said: str, population: str, source: Figure | None) -> str:
    """Who the counted are, where a noun is said of them: "nine were foreigners", of people counted with women."""
    if said != "people":
        return said
    return (
        "people"
        if source is not None and source.population in ("women", "children")
        else population
    )


def _is_bare(phrase: Counted) -> bool:
    """True for a number with no noun, or with a condition word for one."""
    return phrase.noun is None or phrase.noun.condition is not None
