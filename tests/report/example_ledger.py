"""An event's folder with hand-made answers comes in (gold claims, ledger); a Ledger goes out, without any step."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from crossread.model.claim import Claim
from crossread.model.figure import Figure, Quantity
from crossread.model.ledger import Copy, Ledger
from crossread.model.party import Party
from crossread.model.question import Point, Question, Standing, Verdict
from crossread.model.report import Block, Report
from crossread.model.source import SetAside
from crossread.model.when import When

EXAMPLES = Path(__file__).parents[2] / "examples"
KINDS = {"superseded": "update", "arithmetic": "does_not_add_up"}
ADVERT = re.compile(
    r"ADVERTISEMENT|READ ALSO|TRENDING|Listen to|Home /|Join 25|\[Story|Transfer your|Peruse|"
    r"• (Six|Ferry|10 b)|©"
)


def first(value: Any) -> Any:
    """The preferred one of the answers that the gold accepts."""
    return value[0] if isinstance(value, list) else value


def day(iso: str | None) -> When | None:
    """An ISO date of day, month or year precision."""
    if not iso:
        return None
    if len(iso) == 4:
        return When(date(int(iso), 1, 1), date(int(iso), 12, 31), "year", "", "by_hand")
    if len(iso) == 7:
        year, month = map(int, iso.split("-"))
        return When(date(year, month, 1), date(year, month, 28), "month", "", "by_hand")
    return When(date.fromisoformat(iso), date.fromisoformat(iso), "day", "", "by_hand")


def blocks(text: str) -> tuple[Block, ...]:
    """One block per line that is not empty; the first is the title."""
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found = []
    for number, (start, end) in enumerate(spans):
        advert = ADVERT.match(text[start:end])
        kind = "title" if number == 0 else "boilerplate" if advert else "body"
        found.append(Block(start, end, kind))  # type: ignore[arg-type]
    return tuple(found)


def report(folder: Path, record: dict[str, Any]) -> Report:
    """One report of the folder with the date that the gold gives it."""
    text = (folder / "reports" / record["report"]).read_text(encoding="utf-8")
    basis = record["published_basis"]
    why = "the report's own dateline" if basis == "stated" else "“a week later”, after the attack"
    return Report(
        name=record["report"],
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        text=text,
        blocks=blocks(text),
        title=text.lstrip().splitlines()[0],
        outlet=record.get("outlet"),
        published=day(first(record.get("published"))),
        published_basis=basis,
        published_why=why if record.get("published") else "nothing in the text tells the day",
    )


def sentence(text: str, start: int, end: int) -> str:
    """The words between the sentence ends around a span."""
    marks = (". ", "\n", "? ", ".” ")
    before = max((at + len(m) for m in marks if (at := text.rfind(m, 0, start)) >= 0), default=0)
    ends = [at for mark in (". ", "\n", "? ") if (at := text.find(mark, end)) >= 0]
    return text[before : min(ends, default=len(text)) + 1].strip()


def claim(source: Report, record: dict[str, Any]) -> Claim:
    """One gold claim; its number is looked for in the quote, for the gold tells only the quote's place."""
    record = {key: first(value) for key, value in record.items()}
    start, end = record["start"], record["end"]
    number = re.search(r"\d[\d,.]*\d|\d", record["quote"])
    core = (start + number.start(), start + number.end()) if number else (start, end)
    quantity = Quantity(
        record["low"], record["high"], *core, core, record["approx"], record["vague"]
    )
    figure = Figure(
        quantity, start, end, 0, record["unit"], record["population"],
        record["condition"], "by_hand", start, background=record["background"],
    )  # fmt: skip
    return Claim(
        figure=figure,
        report=source.name,
        report_id=source.id,
        quote=record["quote"],
        sentence=sentence(source.text, start, end),
        source=record["source"],
        source_party=record["source_party"],
        stance=record["stance"],
        party=record["party"],
        place=record["place"],
        background=record["background"],
        as_of=day(record["as_of"]),
    )


def fits(one: Claim, record: dict[str, Any], asked: dict[str, Any]) -> bool:
    """Whether a claim is one of the answers that people wrote down for a question."""
    accepted = record["condition"]
    if asked["condition"] not in (accepted if isinstance(accepted, list) else [accepted]):
        return False
    pair = (one.figure.quantity.low, one.figure.quantity.high)
    for answer in asked["answers"]:
        numbers = pair == (answer["low"], answer["high"])
        counted = pair != (None, None) or one.figure.quantity.vague is not None
        if numbers and counted and one.report in answer["reports"]:
            return True
    return False


def series(claims: list[Claim]) -> tuple[Point, ...]:
    """Claims gathered by day, speaker, quantity and stance, in order of time."""
    groups: dict[tuple[Any, ...], list[Claim]] = {}
    for one in claims:
        quantity = one.figure.quantity
        speaker = one.source_party or one.source or ""
        when = one.as_of.iso if one.as_of else "~"
        key = (
            when,
            speaker,
            quantity.low or 0,
            quantity.high or 0,
            quantity.vague or "",
            one.stance,
        )
        groups.setdefault(key, []).append(one)
    return tuple(point(groups[key]) for key in sorted(groups))


def point(claims: list[Claim]) -> Point:
    """Claims that say the same as one point of a series."""
    one = claims[0]
    quantity = one.figure.quantity
    reports = tuple(sorted({claim.report for claim in claims}))
    return Point(
        one.as_of, quantity.low, quantity.high, quantity.approx, quantity.vague, one.source,
        one.source_party, one.stance, reports, tuple(claims),
    )  # fmt: skip


def standing(points: tuple[Point, ...], *, contested: bool) -> Standing:
    """The plain range over the latest of each speaker."""
    latest = {p.source_party or p.source: p for p in points if p.stance == "affirmed"}
    lows = [p.low for p in latest.values() if p.low is not None]
    highs = [p.high for p in latest.values() if p.high is not None]
    named = [name for name in latest if name]
    grade = "contested" if contested else ("unattributed", "one_source")[len(named) == 1]
    if len(named) > 1 and not contested:
        grade = "corroborated"
    days = [p.as_of for p in points if p.as_of]
    vague = next((p.vague for p in latest.values() if p.vague), None)
    return Standing(
        min(lows, default=None), max(highs, default=None), grade,  # type: ignore[arg-type]
        max(days, key=lambda when: when.last, default=None),
        f"the latest figure of each of {len(latest)} speakers", None if lows or highs else vague,
    )  # fmt: skip


def question(number: int, words: str, claims: list[Claim], *, contested: bool = False) -> Question:
    """A question with its series and a plain standing answer."""
    points = series(claims)
    speakers = sorted({p.source_party or p.source or "" for p in points} - {""})
    figure = claims[0].figure
    return Question(
        f"q{number}", words, claims[0].party, figure.population, figure.condition,
        (figure.condition,), "toll", None, standing(points, contested=contested), tuple(speakers),
        tuple(sorted({claim.report for claim in claims})), points,
        background=all(claim.background for claim in claims),
    )  # fmt: skip


def between(names: list[str], claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims that a disagreement names by party, or by report for a report's own voice."""
    found: list[Claim] = []
    for name in names:
        numbers = re.findall(r"\b\d\d\b", name)
        party = name.split(" (")[0]
        for one in claims:
            own = one.source_party is None and one.report[:2] in numbers
            if (one.source_party == party or own) and one not in found:
                found.append(one)
                break
    return tuple(found)


Asked = tuple[list[Question], list[tuple[str, Verdict]]]


def ask(answers: dict[str, Any], claims: dict[str, Claim], records: dict[str, Any]) -> Asked:
    """The questions of the hand-made ledger with their claims, then one for every claim that is left."""
    questions: list[Question] = []
    disagreements: list[tuple[str, Verdict]] = []
    left = dict(claims)
    for number, asked in enumerate(answers["questions"], 1):
        mine = [one for key, one in left.items() if fits(one, records[key], asked)]
        parts = [d for d in answers["disagreements"] if d["question"] == asked["question"]]
        contested = any(part["kind"] in ("range", "denial") for part in parts)
        for one in mine:
            del left[one.id]
        if mine:
            questions.append(question(number, asked["question"], mine, contested=contested))
            disagreements.extend(verdicts(f"q{number}", parts, mine))
    for number, one in enumerate(left.values(), 100):
        figure = one.figure
        words = f"How many {figure.population} {figure.condition.replace('_', ' ')}?"
        questions.append(question(number, words, [one]))
    return questions, disagreements


def verdicts(
    question_id: str, parts: list[dict[str, Any]], claims: list[Claim]
) -> Iterator[tuple[str, Verdict]]:
    """The hand-made disagreements of one question, where their claims are found."""
    for part in parts:
        named = between(part["between"], claims)
        if named:
            kind = KINDS.get(part["kind"], part["kind"])
            yield question_id, Verdict(kind, named, part["why"])  # type: ignore[arg-type]


def ledger(event: str = "port-au-prince-2024", *, only: tuple[str, ...] = ()) -> Ledger:
    """The Ledger of one example event, or of a few of its reports, from what people marked in it."""
    folder = EXAMPLES / event
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if not only or row["report"] in only]
    answers = json.loads((folder / "ledger.json").read_text("utf-8"))
    reports = tuple(report(folder, row) for row in rows)
    claims: dict[str, Claim] = {}
    records: dict[str, Any] = {}
    for source, row in zip(reports, rows, strict=True):
        for record in row["claims"]:
            one = claim(source, record)
            claims[one.id], records[one.id] = one, record
    questions, disagreements = ask(answers, claims, records)
    names = json.loads((folder / "aliases.json").read_text("utf-8"))
    return Ledger(
        title=reports[0].title,
        reports=reports,
        claims=tuple(claims.values()),
        statements=(),
        parties=tuple(Party(name, tuple(aliases)) for name, aliases in names.items()),
        copies=tuple(
            Copy(pair[1], pair[0], "cut", "long stretches of the same words")
            for pair in answers["near_duplicates"]
            if not only or set(pair) <= set(only)
        ),
        questions=tuple(questions),
        disagreements=tuple(disagreements),
        set_aside=(
            SetAside("01.txt", "age", "an age, not a count", 1050, 1052, "53"),
            SetAside("03.txt", "money", "a sum of money", 365, 374, "US$ 674M"),
            SetAside("08.txt", "empty", "the file 08.txt is empty"),
        ),
    )
