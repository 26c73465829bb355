"""Takes a number in its context; says whether it is part of a name, an order, an address, or stands for a noun."""

from crossread.extract.quantity.context import (
    Context,
    compiled,
    cue_before,
    listed,
    lists,
    one_of,
    spaced,
)

SECTIONS = 60
"""No section number above this one."""
RANKS = 100
DOCUMENT = (
    r"(?:\b(?:[Ss]it[Rr]ep|SITREP|[Ff]lash [Uu]pdate|[Dd]ispatch|Brief|BRIEF|Bulletin|BULLETIN|Circular|Newsletter)\s"
    r"|^\W*MIN(?:UTE)?\.?\s)"
)
"""What stands right before the number of one paper in a series."""
PHONE_DIGITS = 7
"""Telephone numbers that stand without a cue have at least this many digits."""


def is_identifier(c: Context) -> bool:
    """ "Resolution 2254", "SPNH-17", "F-16", "Train No. 12841", "12 Baker Street"."""
    if c.reads(r"\d.*") and _glued(c):
        return True
    if c.ends(r"\b(?:day|week|phase|stage|chapter|part)\s") and c.begins(r"\s*(?:[.,;:()]|$)"):
        return True  # "It is day four."
    if not c.digits or c.hedged:
        return False
    if c.ends(
        r"\b(?:(?:his|her|my|your)\s(?:[\w’'-]+\s){0,3}?|(?:phone|pass|house|registration|case|ticket|licen[cs]e|plate|badge"
        r"|serial|account|id|identity|roll|seat|bed|order)\s)number(?:\sof\s(?:the\s)?\w+)?\s?[:,]?\s"
    ):
        return True  # "her pass number, 4471"
    if c.raw_ends(rf"\b{listed('before', 'vessels')}\s[A-Z]{{1,4}}\s"):
        return True  # "the patrol boat CP 319"
    if c.raw_ends(r"\ban?\s[A-Z]{2,5}\s") and not c.begins(r"\s[a-z]+s\b"):
        return True  # "an ATR 72"
    if c.raw_ends(DOCUMENT) and not c.raw_begins(
        r"\s(?:[a-z]+\s)?(?:dead|killed|injured|missing)\b"
    ):
        return True  # "SitRep 9 had 140 injured"
    if c.raw_ends(r"[^\W\d_]\s[Nn]o\.\s?"):
        return True  # "Update No. 1 gave 2,100 households"
    if c.raw_ends(rf"(?<![^\W\d_]){listed('before', 'names')}\s"):
        return True
    if c.ends(
        r"\b(?:dead|wounded|injured|missing|displaced|[a-z]+s)\s(?:now\s|already\s)?number\s"
    ):
        return False  # "the dead number 140"
    if compiled(rf"(?:{cue_before('identifier')})\Z").search(spaced(c.before)) is not None:
        functional = listed("after", "functional")
        return c.begins(rf"\s*(?:[.,;:()\]\"”]|$)|\s+{functional}\b") or c.raw_begins(
            r"\s+[A-Z(–|-]"
        )
    return (len(c.core) >= 5 and c.begins(r"\s+\d{3}")) or _house(c)


def _glued(c: Context) -> bool:
    """Whether letters or signs are tied to the digits."""
    if c.raw_ends(r"[^\W\d_][-–+]?"):
        word = c.raw_ends(r"[^\W\d_]{3,}[-–]")
        return not word or c.raw_ends(r"[A-Z0-9][-–]|[Cc]ovid[-–]")
    units = r"(?:st|nd|rd|th|s|h|min|pm|am)\b|km|kg|m\b|cm|mm|ft|pc"
    if c.raw_begins(r"[A-Za-z]") and not c.begins(units):
        return True
    return not c.hedged and c.ends(r"[#№\[/_]|(?<!\.)\.")


def _house(c: Context) -> bool:
    roads = listed("after", "roads")
    return c.raw_begins(rf"(?:\s[A-Z][\w'’.-]+){{1,3}}\s{roads}(?!\w)") or c.begins(
        r",?\s(?:rue|avenue|rua|via|calle|ul\.)\s"
    )


def is_section(c: Context) -> bool:
    """ "1. FATALITIES", and a list's number in running text: "2. Gold at …"."""
    if not c.digits or c.value is None or c.value > SECTIONS:
        return False
    if not c.raw_before.strip(" \t•*-–—"):
        return (
            c.begins(r"[.)](?:\s+\S|$)|\.\d|\s*$")
            or c.raw_begins(r"\s[-–—]\s+[A-Z]")
            or c.raw_begins(r"\s*[|►▸▶»→•·]\s*[A-Z]{2,}(?:[^a-z\d|]*$|[^a-z\d|]*\.(?:\s|$))")
        )
    if c.ends(r":\s+") and c.value > 1:
        return False  # "crew: 9. Survivors: 38"
    return c.ends(r"(?:\s{2}|[.!?;:)|»]\s+)") and c.raw_begins(r"[.)]\s+[A-Z\"“]")


def is_phone(c: Context) -> bool:
    """ "+39 02 555 0117", "call 112"."""
    if c.reads(r"(?:\+\d|\(?0\d).*") and sum(map(str.isdigit, c.core)) >= PHONE_DIGITS:
        return True
    cued = compiled(rf"(?:{cue_before('phone')})\Z").search(spaced(c.before)) is not None
    return (
        cued
        and c.digits
        and not c.hedged
        and c.begins(r"\s*[\s/.,;)-]|$")
        and not c.begins(r"\s[a-z]+s\b")
    )


def is_ordinal(c: Context) -> bool:
    """ "the 37th session", "twenty-first"."""
    if c.begins(r"(?:st|nd|rd|th)(?!\w)"):
        return c.core[-1:].isdigit()
    return c.begins(rf"-{listed('after', 'ordinals')}(?!\w)")


def is_rank(c: Context) -> bool:
    """ "the top 10", "ranked 3"."""
    return c.up_to(RANKS) and c.ends(r"\b(?:top|ranked|ranks|world|seeded)\s")


def is_one_of(c: Context) -> bool:
    """ "one of the deadliest"; not "one of them", which may count."""
    if c.core != "one" or c.hedged:
        return False
    match = compiled(r"\s+of\s+([^\W\d_]+)").match(c.after)
    return match is not None and match[1] not in lists("one")["partitives"]


def is_pronoun(c: Context) -> bool:
    """ "no one", "one another", "this one", "two too many"."""
    if c.begins(r"\stoo\s(?:many|few)\b"):
        return True
    if c.core not in ("one", "single") or c.hedged:
        return False
    words = lists("one")
    previous = compiled(r"([^\W\d_]+)[\s\"“-]*\Z").search(c.before)
    person = c.begins(r"\s(?:dead|killed|person|man|woman|soldier)")
    if previous is not None and previous[1] in words["before"] and not person:
        return True
    return c.begins(
        rf"(?:\s|-)?{one_of(words['after'])}(?![^\W\d_])|-(?:off|time|way|sided|on-one|third)"
    )


def is_compound(c: Context) -> bool:
    """ "a three-storey house"; but "a 12-member crew" and "a 10-part team" count."""
    if not c.begins(r"-[a-z]") or c.begins(rf"-{listed('after', 'persons')}(?!\w)"):
        return False
    return not c.begins(rf"-[a-z]+\s(?:[^\W\d_]+\s)?{listed('after', 'bodies')}\b")
