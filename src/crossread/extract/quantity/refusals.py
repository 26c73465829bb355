"""Takes a quantity in its text; names why it is no count of people or homes, or None where it may be one.

Each check looks at the words directly around the number, so that it holds without a parse.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from crossread.lexicon import load
from crossread.model.figure import Quantity
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside

REACH = 70
"""Characters looked at on either side: the longest cue with its hedge is shorter."""
OLDEST = 110
"""No age above this one."""
GROUPS = frozenset(
    {
        "police",
        "staff",
        "personnel",
        "military",
        "people",
        "crew",
        "force",
        "troop",
        "kin",
        "total",
        "toll",
        "case",
        "loss",
        "body",
        "remains",
        "grave",
    }
)
"""Nouns of persons that name many at once: "a force of 40" counts."""
YEARS = range(1500, 2101)
SECTIONS = 60
"""No section number above this one."""


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity with its line: lower-cased text before and behind it, and the number's own words."""

    quantity: Quantity
    core: str
    before: str
    raw_before: str
    after: str
    raw_after: str
    hedged: bool

    @property
    def digits(self) -> bool:
        """Whether the number stands in plain digits."""
        return self.core.isdigit()

    @property
    def value(self) -> int | None:
        """The number's one value, None for a range, a bound with two ends, a vague word."""
        low, high = self.quantity.low, self.quantity.high
        return low if high is None or low == high else high if low is None else None


Check = Callable[[Context], bool]


@cache
def _reasons() -> dict[str, str]:
    return dict(load("refusals")["reasons"])


REFUSALS: dict[str, str] = _reasons()
"""Every refusal's code and the sentence that explains it."""


def _any(words: Iterable[str]) -> str:
    escaped = (
        re.escape(word).replace(r"\ ", r"\s?") for word in sorted(words, key=lambda w: (-len(w), w))
    )
    return "(?:" + "|".join(escaped) + ")"


@cache
def _before(code: str) -> re.Pattern[str]:
    """Cue words of `code` that end the text before the number."""
    return re.compile(rf"(?<![^\W\d_]){_any(load('refusals')['before'][code])}[\s\"“'‘(]*\Z")


@cache
def _unit(code: str) -> re.Pattern[str]:
    """A unit of `code` directly behind the number."""
    lexicon = load("refusals")
    filler = _any(lexicon["units"]["fillers"])
    long = [unit for unit in lexicon["units"][code] if len(unit) > 2]
    plural = rf"{_any(long)}(?:s['’]?|['’])?" if long else "(?!)"
    return re.compile(
        rf"(?:\s*[-‑–]\s*|\s*)(?:{filler}[\s-]+){{0,2}}(?:of\s+)?(?:{plural}|{_any(lexicon['units'][code])})(?![^\W\d_])"
    )


@cache
def _after(code: str) -> re.Pattern[str]:
    return re.compile(rf"[\s-]*{_any(load('refusals')['after'][code])}(?![^\W\d_])")


@cache
def _months() -> str:
    dates = load("dates")
    return _any(dates["months"])


@cache
def _weekdays() -> str:
    return _any(load("dates")["weekdays"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The handful of expressions that need more than one word list."""
    month, number = (
        _months(),
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|a hundred)",
    )
    patterns = {
        "month_before": rf"(?<!\w){month}\.?\s(?:\d{{1,2}}\s*(?:,|and|or|to|[-–]|&)\s*)?\Z",
        "weekday_before": rf"(?<!\w){_weekdays()},?\s(?:the\s)?\Z",
        "month_after": rf"(?:st|nd|rd|th)?(?:\s*(?:,|and|or|to|until|till|[-–]|/)\s*\d{{1,2}}(?:st|nd|rd|th)?)*[\s/.-]+(?:of\s+)?{month}(?!\w)",
        "ratio_after": rf"\s+(?:[^\W\d_]+\s+)?(?:in|out\s+of)\s+(?:every\s+)?(?P<of>{number})(?![\w,-])(?!\s+(?:days?|weeks?|months?|years?|hours?|cities|towns|attacks|incidents|provinces|districts))",
        "ratio_before": rf"\b(?P<part>{number})\s+(?:[^\W\d_]+\s+)?(?:in|out\s+of)\s+(?:every\s+)?\Z",
        "rate_after": rf"(?:\s+[^\W\d_]+){{0,2}}\s+(?:a|per|an|each|every)\s+{_any(load('refusals')['after']['rate'])}(?!\w)(?!\s(?:later|earlier|after|before|ago|on))|[\s-]+(?:daily|hourly|weekly|monthly|per\s)",
        "fraction_after": rf"[\s-]+{_any(load('refusals')['after']['fractions'])}(?!\w)",
        "ordinal_after": rf"(?:-{_any(load('refusals')['after']['ordinals'])}|(?:st|nd|rd|th))(?!\w)",
        "persons_after": rf"-{_any(load('refusals')['after']['persons'])}(?!\w)",
        "years_old": r"[\s-]*(?:years?|months?|weeks?|days?)[\s-]+(?:olds?|of\s+age)(?!\w)|[\s-]*(?:yo|y/o)(?!\w)|-year-olds?",
        "plain_end": r"\s*(?:[.,;:()\]\"”]|$)|\s+(?:in|of|on|at|to|from|for|and|was|is|has|had|near|where|by|with|until|since|before|ran|which|that|will)\b",
    }
    return re.compile(patterns[name])


def _at(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.match(text) is not None


def _ends(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _age(c: Context) -> bool:
    if _at(_pattern("years_old"), c.after) or _ends(_before("age"), c.before):
        return True
    if (
        re.match(r"s\b", c.after)
        and c.digits
        and re.search(r"\b(?:their|his|her)\s(?:(?:early|mid|late)[\s-])?\Z", c.before)
    ):
        return True
    value = c.value
    if value is None or not 0 < value <= OLDEST or c.hedged or not c.digits:
        return False
    if re.search(r"[^\W\d_]{2}[)\"”]?,\s\Z", c.raw_before):
        name = re.search(r"\b[A-Z][\w'’-]+[)\"”]?,\s\Z", c.raw_before) is not None
        if re.match(r"\s*,(?!\s*(?:were|are|have|had|of|including|\d))", c.after):
            return True
        if name and re.match(r"\s*[;)]|\.(?!\d)", c.after):
            return True
    if re.search(
        r"\b(?:he|she|who|i|me)(?:\s(?:is|was|am|turned)|['’](?:s|m))\s(?:only\s|just\s)?\Z",
        c.before,
    ):
        return re.match(r"\s*(?:[.,;)\"”]|and\b|when\b|but\b|then\b|now\b|$)", c.after) is not None
    named = re.search(r"[A-Z][^\W\d_]+\s[A-Z][^\W\d_'’-]+\s\(\Z", c.raw_before)
    return named is not None and c.after.startswith(")") and value >= 10


@cache
def _persons() -> tuple[str, ...]:
    """Nouns for one person: "a passenger of 27" gives an age, "a crew of ten" a count."""
    lists = load("nouns")
    found = {
        noun for table in lists.values() if table.get("unit") == "person" for noun in table["nouns"]
    }
    return tuple(
        sorted(
            noun
            for noun in found - set(load("refusals")["after"]["bodies"])
            if " " not in noun and noun not in GROUPS
        )
    )


def _clock(c: Context) -> bool:
    if re.fullmatch(r"\d{1,2}:\d\d(?::\d\d)?", c.core):
        return True
    if re.match(
        r"\s*(?:(?:to|until|till|and|[-–])\s*\d{1,2}(?:[:.]\d\d)?\s*)?(?:[ap]\.?m\b|gmt\b|utc\b)",
        c.after,
    ) or _at(_after("clock"), c.after):
        return True
    if re.fullmatch(r"[0-2]?\d[.:h][0-5]\d", c.core) and re.search(
        r"(?:\b(?:at|from|until|till|by|about|around|since|to|past|between|before|after)\s|[,(]\s)\Z",
        c.before,
    ):
        return True
    if re.fullmatch(r"[01]\d[0-5]\d|2[0-3][0-5]\d", c.core) and (
        re.match(r"\s*(?:hours|hrs|h\b|local)", c.after) or c.core.startswith("0")
    ):
        return True
    value = c.value
    if value is None or value > 60:
        return False
    if re.search(
        r"\b(?:minutes?|half|quarter|ten|five|twenty|just|shortly|hour)\s(?:past|to|before|after|of)?\s?\Z",
        c.before,
    ):
        return (
            value <= 12
            and re.search(r"(?:past|to|hour)\s\Z", c.before) is not None
            and not re.match(r"\s[a-z]+s\b", c.after)
        )
    return re.match(
        r"\s(?:past|to)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s[a-z]+s\b)",
        c.after,
    ) is not None and value in (5, 10, 20, 25)


def _date(c: Context) -> bool:
    if re.fullmatch(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}|\d{1,4}/\d{1,4}", c.core):
        return not re.match(r"\s+of\b", c.after)
    if re.match(r"[½¼¾\d]", c.core) is None:
        return False
    top = c.quantity.high if c.quantity.high is not None else c.quantity.low
    if top is None or top > 31:
        return False
    return (
        _at(_pattern("month_after"), c.after)
        or _ends(_pattern("month_before"), c.before)
        or (
            _ends(_pattern("weekday_before"), c.before)
            and re.match(r"\s*(?:[,.;:)\n]|$)|\s+[A-Z]", c.raw_after) is not None
            and not c.hedged
        )
    )


def _year(c: Context) -> bool:
    text = c.core
    if re.fullmatch(r"(?:1[5-9]|20)\d\d[-–/]\d\d", text):
        return True
    if re.search(r"\b(?:1[5-9]|20)\d\d[-–/]\Z", c.before) and re.fullmatch(
        r"\d\d|(?:19|20)\d\d", text
    ):
        return True
    if re.fullmatch(
        r"(?:1[5-9]|20)\d\d\s*(?:-|–|to|and|or|until)\s*(?:(?:1[5-9]|20)\d\d|\d\d)", text
    ):
        return True
    if (
        re.fullmatch(r"(?:1[5-9]|20)\d\d", text) is None
        or c.quantity.approx
        or re.match(r"\+|-plus", c.after)
    ):
        return re.fullmatch(r"['’]?\d0", text) is not None and re.match(r"s\b", c.after) is not None
    if int(text) not in YEARS:
        return False
    if re.match(r"s\b", c.after):
        return True
    lexicon = load("refusals")["year"]
    if re.search(
        rf"(?<!\w){_any(lexicon['before'])}[\s(-]*\Z|\d\s\Z|['’]\Z|{_months()}\.?,?\s\Z", c.before
    ):
        return not re.match(rf"\s(?:{_any(lexicon['counts'])})\b", c.after) or not c.hedged
    word = re.match(r"\s([a-z]+)\b", c.raw_after)
    return word is None or not (word[1] in lexicon["counts"] or word[1].endswith("s"))


def _money(c: Context) -> bool:
    return (
        _ends(_before("money"), c.before)
        or _at(_unit("money"), c.after)
        or re.search(r"(?<!\w)R\Z", c.raw_before) is not None
    )


def _share(c: Context) -> bool:
    if (
        _at(_unit("share"), c.after)
        or _at(_pattern("fraction_after"), c.after)
        or re.fullmatch(r"\d/\d", c.core)
    ):
        return True
    if c.core == "half" or re.search(r"(?:fifty-|50-)\Z", c.before):
        return True
    value = c.value
    match = _pattern("ratio_after").match(c.after)
    if match is not None and value is not None and c.quantity.low == c.quantity.high:
        return _worth(match["of"]) > value
    match = _pattern("ratio_before").search(c.before)
    return (
        match is not None
        and value is not None
        and 0 < _worth(match["part"]) < value <= 100
        and not re.match(r"\s[a-z]+", c.after[:0])
    )


def _worth(words: str) -> int:
    numbers = load("numbers")
    if words.isdigit():
        return int(words)
    table = {**numbers["units"], **numbers["teens"], **numbers["tens"]}
    return int(table.get(words, 100))


def _identifier(c: Context) -> bool:
    if re.search(r"[^\W\d_][-–+]?\Z", c.raw_before) and re.match(r"\d", c.core):
        return (
            not re.search(r"[^\W\d_]{3,}[-–]\Z", c.raw_before)
            or re.search(r"[A-Z0-9][-–]\Z|[Cc]ovid[-–]\Z", c.raw_before) is not None
        )
    if (
        re.match(r"\d", c.core)
        and re.match(r"[A-Za-z]", c.raw_after)
        and not re.match(r"(?:st|nd|rd|th|s|h|min|pm|am)\b|km|kg|m\b|cm|mm|ft|pc", c.after)
    ):
        return True
    if re.search(r"[#№\[/_.]\Z", c.before) and re.match(r"\d", c.core) and not c.hedged:
        return True
    if not c.digits or c.hedged:
        return False
    if _ends(_names(), c.raw_before):
        return True
    if _ends(_before("identifier"), _spaced(c.before)):
        return (
            _at(_pattern("plain_end"), c.after)
            or re.match(r"\s+[A-Z(–|-]", c.raw_after) is not None
        )
    if len(c.core) >= 5 and re.match(r"\s+\d{3}", c.after):
        return True
    street = r"(?:,?\s(?:rue|avenue|rua|via|calle)\b|(?:\s[A-Z][\w'’.-]+){1,3}\s(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Square|Boulevard|Blvd\.?|Drive|Way|Place|Quay)\b)"
    return re.match(street, c.raw_after) is not None


@cache
def _names() -> re.Pattern[str]:
    """Names that always carry a number ("Flight 302"), written with a capital."""
    return re.compile(rf"(?<![^\W\d_]){_any(load('refusals')['before']['names'])}\s\Z")


def _spaced(before: str) -> str:
    return re.sub(r"\s?\.\s*\Z", " . ", before)


def _section(c: Context) -> bool:
    if c.raw_before.strip(" \t•*-–—") or not c.digits or c.value is None or c.value > SECTIONS:
        return False
    return re.match(r"[.)](?:\s+\S|$)|\.\d|\s*$", c.after) is not None


def _listed(c: Context) -> bool:
    """A list's number in running text: "2. Gold at …"."""
    return (
        c.digits and c.value is not None and c.value <= SECTIONS
        and re.search(r"(?:\s{2}|[.!?;:)|»]\s+)\Z", c.before) is not None
        and re.match(r"[.)]\s+[A-Z\"“]", c.raw_after) is not None
    )  # fmt: skip


def _score(c: Context) -> bool:
    if re.match(r"[-–:]\d", c.after) or (re.search(r"\d[-–:]\Z", c.before) and c.digits):
        return True
    return _at(_after("score"), c.after)


def _one(c: Context) -> bool:
    if c.core not in ("one", "single") or c.hedged:
        return False
    lexicon = load("refusals")["one"]
    previous = re.search(r"([^\W\d_]+)[\s\"“-]*\Z", c.before)
    if (
        previous is not None
        and previous[1] in lexicon["before"]
        and not re.match(r"\s(?:dead|killed|person|man|woman|soldier)", c.after)
    ):
        return True
    return (
        re.match(rf"(?:\s|-)?{_any(lexicon['after'])}(?![^\W\d_])", c.after) is not None
        or re.match(r"-(?:off|time|way|sided|on-one|third)", c.after) is not None
    )


def _one_of(c: Context) -> bool:
    if c.core != "one" or c.hedged:
        return False
    match = re.match(r"\s+of\s+([^\W\d_]+)", c.after)
    return match is not None and match[1] not in load("refusals")["one"]["partitives"]


def _ordinal(c: Context) -> bool:
    return _at(_pattern("ordinal_after"), c.after) and not re.match(
        r"(?:st|nd|rd|th)", c.after[:2] if not c.core[-1:].isdigit() else ""
    )


def _zero(c: Context) -> bool:
    return c.value == 0 or (
        c.core in ("one", "single")
        and re.search(r"\b(?:not|nor)\s(?:a\s|even\s(?:a\s)?)?\Z", c.before) is not None
    )


def _decimal(c: Context) -> bool:
    return c.quantity.low is None and c.quantity.high is None and c.quantity.vague is None


def _compound(c: Context) -> bool:
    if re.match(r"-[a-z]", c.after) is None or _at(_pattern("persons_after"), c.after):
        return False
    return (
        re.match(
            rf"-[a-z]+\s(?:[^\W\d_]+\s)?{_any(load('refusals')['after']['bodies'])}\b", c.after
        )
        is None
    )


def _capacity(c: Context) -> bool:
    return _ends(_before("capacity"), c.before) or _at(_after("capacity"), c.after)


def _rank(c: Context) -> bool:
    if c.hedged or not _ends(_before("rank"), c.before):
        return False
    return (
        re.search(r"\b(?:top|ranked|world|seeded)\s\Z", c.before) is not None
        and c.value is not None
        and c.value <= 100
    )


def _phone(c: Context) -> bool:
    if re.match(r"\+\d|\(?0\d", c.core) and sum(map(str.isdigit, c.core)) >= 7:
        return True
    return (
        _ends(_before("phone"), _spaced(c.before))
        and c.digits
        and re.match(r"\s*[\s/.,;)-]|$", c.after) is not None
        and not re.match(r"\s[a-z]+s\b", c.after)
    )


def _duration(c: Context) -> bool:
    match = _unit("duration").match(c.after)
    if match is None:
        return False
    if re.match(r"\s*second(?!s)", c.after) and not c.after.startswith("-"):
        return c.value == 1
    labourers = _any(load("refusals")["units"]["unit_not_before"])
    return re.match(rf"[\s-]+{labourers}", c.after[match.end() :]) is None


def _rate(c: Context) -> bool:
    return _ends(_before("rate"), c.before) or _at(_pattern("rate_after"), c.after)


def _magnitude(c: Context) -> bool:
    small = c.value is None or c.value < 10
    return small and (
        _ends(_before("magnitude"), c.before)
        or _at(_unit("magnitude"), c.after)
        or re.search(r"\bM\s?\Z", c.raw_before) is not None
    )


def _distance(c: Context) -> bool:
    if _at(_unit("distance"), c.after):
        return True
    metres = rf"\s(?:{_any(load('refusals')['after']['extents'])})\b|\s?[.,;)]|$"
    if re.fullmatch(r"\d+m", c.core):
        return re.match(metres, c.after) is not None
    return re.match(rf"\sm(?={metres})", c.after) is not None


def _measure(code: str) -> Check:
    return lambda c: _at(_unit(code), c.after)


CHECKS: tuple[tuple[str, Check], ...] = (
    ("phone", _phone),
    ("clock", _clock),
    ("date", _date),
    ("age", _age),
    ("money", _money),
    ("share", _share),
    ("magnitude", _magnitude),
    ("speed", _measure("speed")),
    ("area", _measure("area")),
    ("distance", _distance),
    ("weight", _measure("weight")),
    ("volume", _measure("volume")),
    ("temperature", _measure("temperature")),
    ("energy", _measure("energy")),
    ("duration", _duration),
    ("frequency", _measure("frequency")),
    ("year", _year),
    ("ordinal", _ordinal),
    ("section", _section),
    ("section", _listed),
    ("rank", _rank),
    ("capacity", _capacity),
    ("rate", _rate),
    ("identifier", _identifier),
    ("score", _score),
    ("zero", _zero),
    ("one_of", _one_of),
    ("pronoun", _one),
    ("compound", _compound),
    ("decimal", _decimal),
)
"""The checks in the order in which they are asked; the first that holds names the refusal."""


def context(text: str, quantity: Quantity) -> Context:
    """The quantity with as much of its line as the checks look at."""
    start, end = quantity.start, quantity.end
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before = text[max(line, start - REACH) : start]
    after = text[end : min(len(text) if stop < 0 else stop, end + REACH)]
    hedged = (
        quantity.approx
        or quantity.low is None
        or quantity.high is None
        or quantity.low != quantity.high
    )
    core = text[quantity.core[0] : quantity.core[1]].lower()
    return Context(quantity, core, before.lower(), before, after.lower(), after, hedged)


def refusal(text: str, quantity: Quantity) -> str | None:
    """The code of the first refusal that applies to `quantity` in `text`; vague words are refused by units only."""
    around = context(text, quantity)
    for code, holds in CHECKS:
        if holds(around):
            return code
    return None


def refuse(parsed: Parsed, quantity: Quantity) -> SetAside | None:
    """The quantity set aside under its refusal's name, or None where it may be a count."""
    text = parsed.report.text
    code = refusal(text, quantity)
    if code is None:
        return None
    start, end = quantity.start, quantity.end
    return SetAside(parsed.report.name, code, REFUSALS[code], start, end, text[start:end])
