"""Takes a quantity in its text; names why it is no count of people or homes, or None where it may be one.

Each check looks at the words directly around the number, so that it holds without a parse.
"""

import re

from crossread.extract.headings import read
from crossread.extract.quantity import ages, measures, names, times
from crossread.extract.quantity.context import REACH, Context, around
from crossread.extract.quantity.likened import is_likened
from crossread.lexicon import load
from crossread.model.figure import Quantity
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside

REFUSALS: dict[str, str] = dict(load("refusals")["reasons"])
"""Every refusal's code and the sentence that explains it."""

CHECKS: tuple[tuple[str, measures.Check], ...] = (
    ("phone", names.is_phone),
    ("clock", times.is_clock),
    ("date", times.is_date),
    ("age", times.is_age),
    ("age", ages.is_beside_persons),
    ("money", measures.is_money),
    ("scale", measures.is_scale),
    ("file", measures.is_file),
    ("share", measures.is_share),
    ("magnitude", measures.is_magnitude),
    ("speed", measures.measured_in("speed")),
    ("area", measures.measured_in("area")),
    ("distance", measures.is_distance),
    ("weight", measures.measured_in("weight")),
    ("volume", measures.measured_in("volume")),
    ("temperature", measures.measured_in("temperature")),
    ("energy", measures.measured_in("energy")),
    ("duration", times.is_duration),
    ("frequency", measures.measured_in("frequency")),
    ("year", times.is_year),
    ("ordinal", names.is_ordinal),
    ("section", names.is_section),
    ("rank", names.is_rank),
    ("capacity", measures.is_capacity),
    ("rate", measures.is_rate),
    ("identifier", names.is_identifier),
    ("score", measures.is_score),
    ("zero", measures.is_zero),
    ("one_of", names.is_one_of),
    ("pronoun", names.is_pronoun),
    ("compound", names.is_compound),
    ("decimal", measures.is_decimal),
)
"""The checks in the order in which they are asked; the first that holds names the refusal."""


LABELLED = re.compile(r"\W*(?P<label>[^\d\W][^\d|:\t]{1,50}?)\s*(?:[:|\t]|\s[–—-]\s)[\d\s.,|–-]*\Z")


def _is_thing(c: Context) -> bool:
    """ "Vehicles: 48", "Hectares of crops lost | 7,400": a bare number under a label for things."""
    if not c.begins(r"\s*(?:[|;,)\t]|\.?$)") or len(c.raw_before) >= REACH:
        return False
    match = LABELLED.match(c.raw_before)
    return match is not None and read(match["label"]).kind == "other"


def refusal(text: str, quantity: Quantity) -> str | None:
    """The code of the first refusal that applies to `quantity` in `text`."""
    context = around(text, quantity)
    found = next((code for code, holds in CHECKS if holds(context)), None)
    return "thing" if found is None and _is_thing(context) else found


def refuse(
    parsed: Parsed, quantity: Quantity, before: tuple[Quantity, str] | None = None
) -> SetAside | None:
    """The quantity set aside under its refusal's name, or None where it may be a count.

    `before` is the quantity before it in the sentence with its own refusal, if that is refused.
    """
    text = parsed.report.text
    code = refusal(text, quantity)
    if code is None and before is not None and is_likened(text, quantity, *before):
        code = before[1]
    if code is None:
        return None
    start, end = quantity.start, quantity.end
    return SetAside(parsed.report.name, code, REFUSALS[code], start, end, text[start:end])
