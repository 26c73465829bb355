"""Gold claims and found claims of the same reports come in; precision, recall, F1 and per-field accuracy go out.

Pairs are one to one: same report, overlapping spans, same quantity. `found` scores those pairs; `strict` asks that
unit, population, party, condition, source, source_party and stance agree too (the annotation guidelines' scoring).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

FIELDS = ("unit", "population", "party", "condition", "source", "source_party", "stance")

Row = Mapping[str, Any]
Aliases = Mapping[str, Iterable[str]]


@dataclass(slots=True)
class Tally:
    """Counts that add up over reports; the scores are read off it."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    strict: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    dated: int = 0
    dated_right: int = 0
    errors: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> tuple[float, float, float]:
        """Precision, recall and F1 of that many right answers, each between 0 and 1."""
        precision = hits / self.predicted if self.predicted else 0.0
        recall = hits / self.gold if self.gold else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0

    def accuracy(self, name: str) -> float:
        """The share of found claims whose field `name` is right."""
        return self.right[name] / self.found if self.found else 0.0

    @property
    def as_of(self) -> float:
        """The share of found claims with a gold as-of date that have it right."""
        return self.dated_right / self.dated if self.dated else 0.0


def score(gold_reports: Iterable[Row], claims: Iterable[Row], aliases: Aliases) -> Tally:
    """Score claims (rows of `crossread claims`) against gold reports ({"report", "claims"})."""
    names = Names(aliases)
    by_report: dict[str, list[Row]] = {}
    for claim in claims:
        by_report.setdefault(PurePath(claim["report"]).name, []).append(claim)
    tally = Tally()
    for report in gold_reports:
        score_report(report, by_report.get(report["report"], []), names, tally)
    return tally


def score_report(report: Row, claims: list[Row], names: "Names", tally: Tally) -> None:
    """Add one report's counts; an optional gold claim earns and costs nothing."""
    pairs, missed, extra = pair(report["claims"], claims)
    counted = [(gold, claim) for gold, claim in pairs if not gold["optional"]]
    tally.gold += sum(not gold["optional"] for gold in report["claims"])
    tally.predicted += len(counted) + len(extra)
    tally.found += len(counted)
    for gold, claim in counted:
        score_pair(report["report"], gold, claim, names, tally)
    for gold in missed:
        if not gold["optional"]:
            tally.errors.append(f"MISSED {report['report']} «{gold['quote']}» {quantity(gold)}")
    for claim in extra:
        tally.errors.append(
            f"EXTRA {report['report']} «{claim.get('quote')}» {quantity(claim)} {claim['condition']}"
        )


def score_pair(report: str, gold: Row, claim: Row, names: "Names", tally: Tally) -> None:
    """Add one found claim's fields."""
    wrong = [name for name in FIELDS if not agrees(name, gold, claim, names)]
    for name in FIELDS:
        tally.right[name] += name not in wrong
    tally.strict += not wrong
    if gold["as_of"] is not None:
        tally.dated += 1
        tally.dated_right += right_day(gold["as_of"], claim.get("as_of"))
    if wrong:
        told = "; ".join(f"{name} {claim.get(name)!r} for {gold[name]!r}" for name in wrong)
        tally.errors.append(f"WRONG {report} «{gold['quote']}»: {told}")


def pair(gold: list[Row], claims: list[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """One-to-one pairs, same stance and largest overlap first; what is left on either side."""
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, _, g, c in sorted(overlaps(gold, claims), reverse=True):
        if -g not in taken_gold and -c not in taken:
            taken_gold.add(-g)
            taken.add(-c)
            pairs.append((gold[-g], claims[-c]))
    missed = [row for index, row in enumerate(gold) if index not in taken_gold]
    return pairs, missed, [row for index, row in enumerate(claims) if index not in taken]


def overlaps(gold: list[Row], claims: list[Row]) -> Iterator[tuple[bool, float, int, int]]:
    """Every pair that could match, as a key to sort by."""
    for g, wanted in enumerate(gold):
        for c, claim in enumerate(claims):
            shared = min(wanted["end"], claim["end"]) - max(wanted["start"], claim["start"])
            if shared > 0 and same_quantity(wanted, claim):
                share = shared / (claim["end"] - claim["start"])
                yield wanted["stance"] == claim.get("stance"), share, -g, -c


def same_quantity(gold: Row, claim: Row) -> bool:
    """Whether the bounds are among the accepted ones, or the vague words hold each other."""
    if gold["vague"] is not None:
        said = fold(claim.get("vague"))
        words = [fold(word) or "" for word in options(gold["vague"])]
        return said is not None and any(word in said or said in word for word in words)
    accepted = [[gold["low"], gold["high"]], *gold.get("accept", [])]
    return claim.get("vague") is None and [claim.get("low"), claim.get("high")] in accepted


def agrees(name: str, gold: Row, claim: Row, names: "Names") -> bool:
    """Whether a field is right; of the source only whether somebody is named or the report speaks."""
    given, wanted = claim.get(name), options(gold[name])
    if name == "source":
        return any((option is None) == (given is None) for option in wanted)
    if name in ("party", "source_party"):
        return names.canonical(given) in {names.canonical(option) for option in wanted}
    return (given or "person") in wanted if name == "unit" else given in wanted


def right_day(wanted: Any, given: str | None) -> bool:
    """Whether the date given is one of those accepted; a full date matches a shorter gold date."""
    return any((given or "").startswith(day) if day else given is None for day in options(wanted))


class Names:
    """The short name of every alias, folded for comparison."""

    def __init__(self, aliases: Aliases) -> None:
        self._short = {
            fold(alias): fold(short)
            for short, others in aliases.items()
            for alias in [short, *others]
        }

    def canonical(self, name: str | None) -> str | None:
        """The folded short name, or the folded name itself where no alias knows it."""
        return self._short.get(fold(name), fold(name))


def options(value: Any) -> list[Any]:
    """A gold value as the list of answers that count as right."""
    return value if isinstance(value, list) else [value]


def fold(name: str | None) -> str | None:
    """A name without case, punctuation and leading article."""
    if name is None:
        return None
    bare = re.sub(r"[^\w]+", " ", name.casefold()).strip()
    return re.sub(r"^(the|an?)\s+", "", bare)


def quantity(row: Row) -> str:
    """The bounds, or the vague word, as an error list shows them."""
    return f"{row['low']}..{row['high']} {row['vague'] or ''}".strip()
