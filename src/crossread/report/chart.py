"""A question comes in; a small chart of its figures goes out: what is drawn where, with its words, not yet as SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crossread.model.question import Point, Question
from crossread.report.anchors import Anchors
from crossread.report.scale import Days, Scale, Tick, days, figures
from crossread.report.speakers import Speaker, Speakers
from crossread.report.wording import answered, topic

WIDTH = 376
TOP = 8
LEFT = 42
RIGHT = 212
"""The plot's sides: figures stand left of it, the speakers' names right of it."""

ROW = 19
"""Height of a row where figures stand side by side for one day; also the least height a name needs."""

NAME_GAP = 13.5
NAME_LETTERS = 23
"""What fits beside the plot at 11 pixels in the widest usual system font."""

STRIP_LEFT = 128
STRIP_RIGHT = 262
STRIP_LETTERS = 19
ARROW = 13
OVERLAP = 7
DODGE = 9


@dataclass(frozen=True, slots=True)
class Line:
    """A path in a speaker's colour; `style` is "step", "reach" (to the edge), "bar", "open" or "days"."""

    tone: str
    style: str
    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure's sign, linked to the sentence that gives it."""

    tone: str
    shape: str
    x: float
    y: float
    href: str
    words: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """Words in the chart; `anchor` is SVG's text-anchor."""

    x: float
    y: float
    words: str
    tone: str
    anchor: str = "start"
    style: str = "name"
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and what it says in words."""

    id: str
    height: int
    title: str
    words: str
    left: float
    right: float
    bottom: float
    across: tuple[Tick, ...]
    along: tuple[Tick, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    names: tuple[Name, ...]
    missing: int
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Placed:
    """A point of the series with its speaker and its place."""

    point: Point
    speaker: Speaker
    x: float
    y: float


def chart(question: Question, *, speakers: Speakers, anchors: Anchors) -> Chart | None:
    """The chart of a question's figures; None where nothing differs or nothing can be drawn."""
    drawable = [
        point
        for point in question.series
        if point.claims and value(point) is not None and is_whole(point, question)
    ]
    if len({(p.low, p.high, p.stance) for p in drawable}) < 2:
        return None
    dated = [point for point in drawable if point.as_of is not None]
    if len({point.as_of.last for point in dated if point.as_of}) >= 2:
        return Steps(question, dated, speakers, anchors).chart()
    return Strip(question, drawable, speakers, anchors).chart()


def is_whole(point: Point, question: Question) -> bool:
    """Whether a point can stand beside the others: no part among totals, no "another 15"."""
    measures = {claim.figure.measure for claim in point.claims}
    others = {claim.figure.measure for each in question.series for claim in each.claims}
    return "total" in measures or "total" not in others


def value(point: Point) -> int | None:
    """The bound by which a point is placed: the lower, or the only one."""
    return point.low if point.low is not None else point.high


def words_of(points: Iterable[Point], speakers: Speakers) -> str:
    """A series read aloud."""
    said = []
    for point in points:
        verb = "denies" if point.stance == "denied" else "says"
        name = speakers.of_point(point).name
        said.append(f"{name} {verb} {answered(point)} ({speakers.when(point.as_of)})")
    return "; ".join(said) + "."


class _Drawing:
    """What both kinds of chart share."""

    def __init__(
        self, question: Question, points: list[Point], speakers: Speakers, anchors: Anchors
    ) -> None:
        self.question, self.points = question, points
        self.speakers, self.anchors = speakers, anchors
        self.bounds = [bound for p in points for bound in (p.low, p.high) if bound is not None]

    def mark(self, placed: Placed, x: float, y: float) -> Mark:
        """The sign of one figure."""
        point, speaker = placed.point, placed.speaker
        denied = point.stance == "denied"
        words = words_of([point], self.speakers)
        href = self.anchors.claim(point.claims[0])
        return Mark(speaker.tone, shape(placed), x, y, href, words, point.approx and not denied)

    def finish(
        self, *, height: float, bottom: float, left: float, right: float, along: list[Tick],
        across: list[Tick], lines: list[Line], marks: list[Mark], names: list[Name],
    ) -> Chart:  # fmt: skip
        """The parts as one chart."""
        return Chart(
            f"chart-{self.anchors.question(self.question.id)}", round(height),
            topic(self.question.question), words_of(self.question.series, self.speakers), left,
            right, bottom, tuple(across), tuple(along), tuple(lines), tuple(marks), tuple(names),
            len([p for p in self.question.series if p.claims]) - len(self.points),
        )  # fmt: skip


class Steps(_Drawing):
    """Figures over days: a stepped line for each speaker, bounds as bars, denials as crosses."""

    def chart(self) -> Chart:
        """The drawing."""
        many = len({(self.speakers.of_point(p).key, p.stance) for p in self.points})
        bottom = TOP + max(92, many * NAME_GAP + 4)
        up, across = figures(self.bounds, start=bottom, end=TOP + 4)
        seen = [day for p in self.points if p.as_of for day in shown_days(p)]
        along, ticks = days(seen, start=LEFT + 10, end=RIGHT - 12, apart=46)
        placed = dodged([self.place(point, along, up) for point in self.points])
        lines = [line for p in placed for line in bounds(p, up)]
        marks = [mark for p in placed for mark in self.signs(p, up)]
        lines = [*broken(along, bottom), *self.stepped(placed), *self.spans(placed, along), *lines]
        return self.finish(
            height=bottom + 20, bottom=bottom, left=LEFT, right=RIGHT, along=ticks, across=across,
            lines=lines, marks=marks, names=self.names(placed, bottom),
        )  # fmt: skip

    def place(self, point: Point, along: Days, up: Scale) -> Placed:
        """Where a point stands."""
        assert point.as_of is not None
        x = along.at(point.as_of.last)
        return Placed(point, self.speakers.of_point(point), x, up.at(value(point) or 0))

    def signs(self, placed: Placed, up: Scale) -> list[Mark]:
        """One sign for a figure, two for the ends of a range."""
        point = placed.point
        ends = {bound for bound in (point.low, point.high) if bound is not None}
        return [self.mark(placed, placed.x, up.at(end)) for end in sorted(ends)]

    def spans(self, placed: list[Placed], along: Days) -> list[Line]:
        """A thin line over the days where a text gives only a stretch of them."""
        lines = []
        for one in placed:
            first = min(shown_days(one.point))
            at = along.at(first)
            if at < one.x:
                lines.append(Line(one.speaker.tone, "days", f"M{at} {one.y}H{one.x}"))
        return lines

    def stepped(self, placed: list[Placed]) -> list[Line]:
        """Each speaker's figures as steps, the latest reaching thinly to the edge."""
        lines = []
        for key in dict.fromkeys(one.speaker.key for one in placed):
            mine = [p for p in placed if p.speaker.key == key and p.point.stance == "affirmed"]
            mine = list({one.point.as_of: one for one in sorted(mine, key=in_time)}.values())
            if len(mine) > 1:
                path = "".join(f"H{one.x}V{one.y}" for one in mine[1:])
                lines.append(Line(mine[0].speaker.tone, "step", f"M{mine[0].x} {mine[0].y}{path}"))
            if mine:
                edge = f"M{mine[-1].x} {mine[-1].y}H{RIGHT}"
                lines.append(Line(mine[-1].speaker.tone, "reach", edge))
        return lines

    def names(self, placed: list[Placed], bottom: float) -> list[Name]:
        """Each speaker's latest figure and name beside the plot, kept apart."""
        latest: dict[tuple[str, str], Placed] = {}
        for one in sorted(placed, key=in_time):
            latest[one.speaker.key, one.point.stance] = one
        wanted = sorted(latest.values(), key=lambda one: (one.y, one.speaker.key))
        places = apart([one.y for one in wanted], low=TOP + 2, high=bottom)
        return [
            Name(RIGHT + 18, at + 3.8, label(one), one.speaker.tone, shape=shape(one))
            for one, at in zip(wanted, places, strict=True)
        ]


class Strip(_Drawing):
    """Figures of one day, or of none: a row for each, its speaker in front."""

    def chart(self) -> Chart:
        """The drawing."""
        along, ticks = figures(self.bounds, start=STRIP_LEFT, end=STRIP_RIGHT, ticks=3)
        marks: list[Mark] = []
        lines: list[Line] = []
        names: list[Name] = []
        before = None
        for row, point in enumerate(self.rows()):
            y = TOP + 8 + row * ROW
            placed = Placed(point, self.speakers.of_point(point), along.at(value(point) or 0), y)
            ends = sorted(along.at(end) for end in (point.low, point.high) if end is not None)
            marks.extend(self.mark(placed, at, y) for at in dict.fromkeys(ends))
            lines.extend(reach_along(placed, ends))
            if placed.speaker != before:
                name = cut(placed.speaker.name, STRIP_LETTERS)
                names.append(Name(STRIP_LEFT - 10, y + 3.8, name, "", "end"))
            before = placed.speaker
            at = ends[-1] + (ARROW + 4 if point.high is None else 9)
            words = ("denies " if point.stance == "denied" else "") + answered(point)
            names.append(Name(at, y + 3.8, words, placed.speaker.tone, style="figure"))
        bottom = TOP + len(self.points) * ROW
        return self.finish(
            height=bottom + 18, bottom=bottom, left=STRIP_LEFT, right=STRIP_RIGHT, along=ticks,
            across=[], lines=lines, marks=marks, names=names,
        )  # fmt: skip

    def rows(self) -> list[Point]:
        """The points with each speaker's together, speakers by their lowest figure."""
        lowest: dict[str, int] = {}
        for point in self.points:
            key = self.speakers.of_point(point).key
            lowest[key] = min(lowest.get(key, value(point) or 0), value(point) or 0)

        def place(point: Point) -> tuple[int, str, int, str]:
            key = self.speakers.of_point(point).key
            return lowest[key], key, value(point) or 0, point.stance

        return sorted(self.points, key=place)


def broken(along: Days, bottom: float) -> list[Line]:
    """Two strokes on the axis where days are left out."""
    return [Line("s0", "break", f"M{at - 3} {bottom + 4}l3-8m1 8l3-8") for at in along.breaks]


def reach_along(placed: Placed, ends: list[float]) -> list[Line]:
    """A range as a bar, an open side as an arrow, lying."""
    point, y, tone = placed.point, placed.y, placed.speaker.tone
    if point.low is None:
        return [Line(tone, "open", f"M{ends[0]} {y}h-{ARROW}m3.5 -3l-3.5 3l3.5 3")]
    if point.high is None:
        return [Line(tone, "open", f"M{ends[0]} {y}h{ARROW}m-3.5 -3l3.5 3l-3.5 3")]
    return [Line(tone, "bar", f"M{ends[0]} {y}H{ends[-1]}")] if ends[0] != ends[-1] else []


def in_time(placed: Placed) -> tuple[int, float]:
    """What orders placed points: their day, then their height."""
    assert placed.point.as_of is not None
    return placed.point.as_of.last.toordinal(), -placed.y


def bounds(placed: Placed, up: Scale) -> list[Line]:
    """A range as a bar, an open side as an arrow, standing."""
    point, x, tone = placed.point, placed.x, placed.speaker.tone
    if point.high is None:
        return [Line(tone, "open", f"M{x} {placed.y}v-{ARROW}m-3 3.5l3 -3.5l3 3.5")]
    if point.low is None:
        return [Line(tone, "open", f"M{x} {placed.y}v{ARROW}m-3 -3.5l3 3.5l3 -3.5")]
    if point.low == point.high:
        return []
    return [Line(tone, "bar", f"M{x} {up.at(point.low)}V{up.at(point.high)}")]


def shown_days(point: Point) -> list[date]:
    """The first and last day of a point, where they are near enough to be drawn as a stretch."""
    assert point.as_of is not None
    first, last = point.as_of.first, point.as_of.last
    return [first, last] if (last - first).days <= 14 else [last]


def dodged(placed: list[Placed]) -> list[Placed]:
    """Signs that would cover each other, moved side by side."""
    done: list[Placed] = []
    for one in placed:
        here = [d.x for d in done if abs(one.y - d.y) < OVERLAP and d.speaker != one.speaker]
        free = [
            one.x + shift * DODGE
            for shift in (0, 1, -1, 2, -2, 3, -3)
            if LEFT < one.x + shift * DODGE < RIGHT
            and all(abs(one.x + shift * DODGE - x) >= OVERLAP for x in here)
        ]
        done.append(Placed(one.point, one.speaker, round([*free, one.x][0], 1), one.y))
    return done


def apart(wanted: list[float], *, low: float, high: float) -> list[float]:
    """Places in the given order, each `NAME_GAP` from the next, as near as can be to where they are wanted."""
    places: list[float] = []
    for at in wanted:
        places.append(max(at, places[-1] + NAME_GAP if places else low))
    for index in reversed(range(len(places))):
        limit = high if index == len(places) - 1 else places[index + 1] - NAME_GAP
        places[index] = min(places[index], limit)
    return [round(at, 1) for at in places]


def label(placed: Placed) -> str:
    """ "800 Islamic State"; "denies 800 SDF"."""
    words = answered(placed.point)
    name = placed.speaker.name
    if placed.point.stance == "denied":
        return cut(f"denies {words} {name}", NAME_LETTERS)
    return cut(f"{words} {name}", NAME_LETTERS)


def shape(placed: Placed) -> str:
    """A speaker's sign, a cross where it denies."""
    return "cross" if placed.point.stance == "denied" else placed.speaker.shape


def cut(words: str, letters: int) -> str:
    """Words that fit, an ellipsis where they did not."""
    return words if len(words) <= letters else words[: letters - 1].rstrip(" .…") + "…"
