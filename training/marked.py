"""Training texts as their writers mark them -> the plain text and its claims, each with its offsets.

    @ kind: ferry sinking, live blog
    @ Coast Guard = the coast guard | coastguard
    ---
    The coast guard said {12 people|killed|people||The coast guard|Coast Guard} had drowned.

A mark is `{quote|condition|population|party|source|source party|stance?}`; an empty field is none, `/` separates
answers that are all right. `stance` is `denied`, or `?` for a claim that a careful reader could leave out.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from crossread.decide.inputs import CONDITIONS, POPULATIONS

MARK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """One marked figure: its offsets in the plain text and the accepted answers, None among them for "none"."""

    start: int
    end: int
    quote: str
    conditions: tuple[str, ...]
    populations: tuple[str, ...]
    parties: tuple[str | None, ...]
    sources: tuple[str | None, ...]
    source_parties: tuple[str | None, ...]
    denied: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A training text: its event (the file's name without its number), its words, names and claims."""

    name: str
    text: str
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    claims: tuple[MarkedClaim, ...] = ()

    @property
    def event(self) -> str:
        """The event that the text is of: texts of one event are never split between training and measuring."""
        return self.name.rsplit("-", 1)[0]


def read_marked(path: Path) -> MarkedText:
    """Read one marked text; raises ValueError with the place of the fault."""
    head, found, body = path.read_text(encoding="utf-8").partition("\n---\n")
    if not found:
        raise ValueError(f"{path.name}: no '---' line after the head")
    aliases: dict[str, tuple[str, ...]] = {}
    for line in head.splitlines():
        name, equals, others = line.removeprefix("@").partition("=")
        if equals:
            aliases[name.strip()] = tuple(o.strip() for o in others.split("|") if o.strip())
    text, claims, last = "", [], 0
    for match in MARK.finditer(body):
        text += body[last : match.start()]
        claims.append(_claim(path.name, match.group(1), len(text)))
        text += claims[-1].quote
        last = match.end()
    text += body[last:]
    if "{" in text or "}" in text:
        raise ValueError(
            f"{path.name}: a brace that is no mark near {text[max(0, re.search('[{}]', text).start() - 40) :][:80]!r}"
        )
    for claim in claims:
        for source in claim.sources:
            if source is not None and source not in text:
                raise ValueError(
                    f"{path.name}: {claim.quote!r}: source {source!r} does not stand in the text"
                )
        for party in (*claim.parties, *claim.source_parties):
            names = {party, *aliases.get(party or "", ())}
            if party is not None and not any(n and n.casefold() in text.casefold() for n in names):
                raise ValueError(
                    f"{path.name}: {claim.quote!r}: no name of {party!r} stands in the text"
                )
    return MarkedText(path.stem, text, aliases, tuple(claims))


def _claim(name: str, mark: str, start: int) -> MarkedClaim:
    parts = [part.strip() for part in mark.split("|")]
    if not 6 <= len(parts) <= 7:
        raise ValueError(f"{name}: {{{mark}}}: {len(parts)} fields instead of 6 or 7")
    if len(parts) == 6 and parts[5] in ("?", "denied"):
        parts.insert(5, "")
    quote = mark.split("|")[0]
    conditions, populations = tuple(parts[1].split("/")), tuple((parts[2] or "people").split("/"))
    if not set(conditions) <= set(CONDITIONS) or not set(populations) <= set(POPULATIONS):
        raise ValueError(f"{name}: {{{mark}}}: unknown condition or population")
    flag = parts[6] if len(parts) == 7 else ""
    if flag not in ("", "denied", "?"):
        raise ValueError(f"{name}: {{{mark}}}: the seventh field is 'denied', '?' or left out")
    parties, sources, source_parties = (_options(part) for part in parts[3:6])
    return MarkedClaim(
        start,
        start + len(quote),
        quote,
        conditions,
        populations,
        parties,
        sources,
        source_parties,
        flag == "denied",
        flag == "?",
    )


def _options(part: str) -> tuple[str | None, ...]:
    return tuple(option.strip() or None for option in part.split("/"))


def main() -> None:
    """Check marked texts: `marked.py FILE_OR_FOLDER ...`; prints faults, and exits with 1 when there are any."""
    paths = [
        p
        for given in map(Path, sys.argv[1:])
        for p in ([given] if given.is_file() else sorted(given.glob("*.txt")))
    ]
    texts, faults = [], 0
    for path in paths:
        try:
            texts.append(read_marked(path))
        except ValueError as fault:
            faults += 1
            print(fault)
    claims, events = sum(len(t.claims) for t in texts), len({t.event for t in texts})
    print(f"{claims} claims in {len(texts)} texts of {events} events, {faults} faulty")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
