"""Takes a text's lines.

Gives its head: title, outlet lines, date lines, byline, and the dateline before the first words of the text.
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from crossread.clean import layout, stamps
from crossread.clean.frontmatter import read_front_matter
from crossread.clean.govern import Piece
from crossread.clean.lines import Line, is_ruler
from crossread.clean.names import (
    body_before,
    fallback_outlet,
    first_organ,
    is_outlet_line,
    is_outlet_name,
    outlets_in,
    parts,
    suffix_of,
)
from crossread.clean.places import is_place
from crossread.model.report import BlockKind

MOST_LINES = 12
"""Lines of a masthead, menus and adverts not counted; below, short lines are text."""

PROSE_WORDS = 18
"""Words from which a line above everything else is the text's first paragraph, not its headline."""

LONGEST_CROSSHEAD = 4
"""Words of a heading in capitals that ends the head; headlines in capitals are longer."""

LONGEST_TITLE = 30
"""Words of a headline; the longest in the shared reports has 17."""

DATELINE = re.compile(
    r"(?:\*\*|__)?(?P<place>[A-ZÀ-ÞĀ-Ž][\w.'’‘ʼ/-]*(?:[ ,/]+(?:[A-ZÀ-ÞĀ-Ž][\w.'’/-]*|of|the|de|la|al-\w+)){0,6})"
    r"(?:\*\*|__)?(?:,? (?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]{2,8})(?:,? \d{4})?))?"
    r"(?: ?\((?P<wire>[^()]{2,40})\))?"
    r"(?: ?(?P<dash>[–—]|--?)(?= |[A-Z“\"])|(?P<colon>:)(?= ))\s*"
)
CAPITALS = re.compile(r"[^a-zß-öø-ÿ]+")
OPENER = re.compile(
    r"(?:[•·▪■●*–—-] |\(?(?:\d{1,2}|[a-zA-Z])[.)] |[A-Z][A-Z .'-]{2,30}(?: \([^)]*\))?: )"
)
"""How a list, a numbered text or a transcript begins: none of these stands in a masthead."""

SPEAKER = re.compile(r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,30})(?: \([^)]*\))?: ")

TITLE_MARK = re.compile(r"#{1,6}\s+|(?:subject|title|headline)\s*:\s*", re.IGNORECASE)
"""What stands before a headline and is no part of it."""

SUBHEADING = re.compile(r"#{1,6}\s+\S")
OUTLET_BAR = re.compile(r"(?P<name>[^|»]{3,40}?) (?:\||»|:{2}) (?=\S)")
"""The outlet before the headline, with a bar between."""

TRANSLATED_BY = re.compile(r"(?P<name>[^(—–]{3,50}?) \([^)]*\btranslat[^)]*\)\s*[—–-]\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text: `cuts` are the head's blocks by line number."""

    title: str = ""
    outlet: str | None = None
    dateline: str | None = None
    wire: str | None = None
    dates: tuple[str, ...] = ()
    speakers: frozenset[str] = frozenset()
    cuts: dict[int, list[Piece]] = field(default_factory=dict)


def find_head(lines: list[Line], *, rows: frozenset[int], live: bool) -> Head:
    """The head of a text, as far down as its first prose."""
    speakers = speaker_labels(lines)
    header = read_front_matter(lines)
    cuts: dict[int, list[Piece]] = dict(header.cuts)
    body = _first_prose(lines, rows=rows, passed=cuts, live=live, speakers=speakers)
    title, suffix = _headline(lines[:body], cuts, whole=lines)
    named = _outlet(lines[:body], cuts)
    title = title or _dated_title(lines[:body], cuts)
    dateline = wire = beside = None
    whole = "\n".join(line.text for line in lines)
    opens = body < len(lines) and body not in rows and _label(lines[body].text) not in speakers
    if opens and not live:
        dateline, wire, beside = _dateline(lines[body], cuts, number=body, whole=whole)
    outlet = header.outlet or suffix or named or beside or wire or body_before(title)
    outlet = outlet or fallback_outlet(_texts(lines[:body], cuts), whole)
    return Head(header.title or title, outlet, dateline, wire, header.dates, speakers, cuts)


def _texts(head: list[Line], cuts: dict[int, list[Piece]]) -> list[str]:
    """The lines of the head that name or date, the headline left out."""
    kinds = ("byline", "stamp", "notice")
    named = [number for number, pieces in cuts.items() if pieces and pieces[0].kind in kinds]
    return [head[number].text for number in sorted(named) if number < len(head)]


def speaker_labels(lines: list[Line]) -> frozenset[str]:
    """The labels in capitals ("HOST:") that begin several lines: a transcript's speakers."""
    labels = Counter(label for line in lines if (label := _label(line.text)) is not None)
    return frozenset(label for label, times in labels.items() if times > 1)


def _label(line: str) -> str | None:
    match = SPEAKER.match(line)
    return match["name"] if match else None


def _first_prose(
    lines: list[Line],
    *,
    rows: frozenset[int],
    passed: Collection[int],
    live: bool,
    speakers: frozenset[str],
) -> int:
    """The number of the line with which the text itself begins."""
    titled = False
    left = MOST_LINES
    for number, line in enumerate(lines):
        if number in passed or _is_set_apart(line.text):
            continue
        left -= 1
        spoken = _label(line.text) in speakers
        if number in passed:
            continue
        if number in rows or spoken or _is_prose(line.text, titled=titled, live=live):
            return number
        below = number + 1 < len(lines)
        if number > 1 and line.gap and is_crosshead(line.text) and below:
            return number
        if titled and SUBHEADING.match(line.text):
            return number
        titled = titled or _is_title(line.text)
        if left == 0:
            return number + 1
    return len(lines)


def is_crosshead(line: str) -> bool:
    """True for a few words in capitals that are no name: "KEY FIGURES"."""
    return (
        line.isupper()
        and layout.length(line) <= LONGEST_CROSSHEAD
        and not any(map(str.isdigit, line))
        and not is_outlet_line(line)
        and not layout.is_kind(line)
        and not stamps.is_stamp(line)
    )


def _is_prose(line: str, *, titled: bool, live: bool) -> bool:
    if layout.is_advert(line) or layout.is_notice(line) or stamps.prefix(line) is not None:
        return False
    if live and stamps.entry(line) is not None:
        return True
    count = layout.length(line)
    if stamps.is_head_stamp(line) or is_outlet_line(line) or layout.is_byline(line):
        return False
    if not titled:
        return count > LONGEST_TITLE or (count >= PROSE_WORDS and stamps.ends_sentence(line))
    return (
        count >= PROSE_WORDS
        or bool(OPENER.match(line))
        or line.endswith(":")
        or (count >= 5 and stamps.ends_sentence(line))
    )


def _headline(
    head: list[Line], cuts: dict[int, list[Piece]], *, whole: list[Line]
) -> tuple[str, str | None]:
    """The title, with the outlet that follows it; also takes down the repeated headline and the machine's date."""
    text = "\n".join(line.text for line in whole)
    for number, line in enumerate(head):
        if number in cuts:
            continue
        prefix = stamps.prefix(line.text)
        if prefix is not None:
            return _after_prefix(line, cuts, number=number, prefix=prefix), None
        if not _is_title(line.text):
            continue
        opening = OUTLET_BAR.match(line.text)
        if opening and opening["name"].isupper() and layout.length(line.text) >= 6:
            start = line.start + opening.end()
            cuts[number] = [
                Piece(number, line.start, line.start + len(opening["name"]), "byline"),
                Piece(number, start, line.end, "title"),
            ]
            kind = layout.is_kind(opening["name"]) or layout.is_no_name(opening["name"])
            return line.text[opening.end() :], None if kind else opening["name"]
        hashes = TITLE_MARK.match(line.text)
        begin = hashes.end() if hashes else 0
        suffix = suffix_of(line.text, whole=text)
        end = line.start + suffix[0] if suffix else line.end
        title = line.text[begin : end - line.start].rstrip(" #")
        cuts[number] = [Piece(number, line.start + begin, end, "title")]
        if suffix:
            name_at = line.start + line.text.rindex(suffix[1])
            cuts[number].append(Piece(number, name_at, line.end, "byline"))
        _repeated(head, cuts, title=title)
        return title, suffix[1] if suffix else None
    return "", None


def _is_title(line: str) -> bool:
    return not (
        layout.is_advert(line)
        or layout.is_advert_label(line)
        or layout.is_navigation(line)
        or layout.is_notice(line)
        or layout.is_byline(line)
        or stamps.is_head_stamp(line)
        or is_outlet_line(line)
        or _is_kind_line(line)
        or len(line) < 4
        or layout.is_menu_entry(line)
        or not any(char.isascii() and char.isalpha() for char in line)
    )


def _after_prefix(line: Line, cuts: dict[int, list[Piece]], *, number: int, prefix: int) -> str:
    """A machine's date and what follows it: the headline, or already the text."""
    rest = line.text[prefix:].lstrip(" \t:|–—-")
    start = line.end - len(rest)
    is_text = stamps.ends_sentence(rest) or layout.length(rest) > LONGEST_TITLE
    cuts[number] = [
        Piece(number, line.start, line.start + prefix, "stamp"),
        Piece(number, start, line.end, "body" if is_text else "title"),
    ]
    return "" if is_text else rest


def _repeated(head: list[Line], cuts: dict[int, list[Piece]], *, title: str) -> None:
    for number, line in enumerate(head):
        if number not in cuts and line.text == title:
            cuts[number] = [Piece(number, line.start, line.end, "title")]


def _outlet(head: list[Line], cuts: dict[int, list[Piece]]) -> str | None:
    """The outlet that the masthead names; takes down what each line of the head is."""
    outlets: list[str] = []
    for number, line in enumerate(head):
        if number in cuts:
            continue
        if layout.is_navigation(line.text):
            outlets.extend(filter(is_outlet_name, parts(line.text)[:1]))
        elif not _is_set_apart(line.text):
            outlets.extend(outlets_in(line.text))
            dated = not stamps.has_time(line.text)
            kind = _head_kind(line.text)
            cuts[number] = [Piece(number, line.start, line.end, kind, dated=dated)]
    return first_organ(outlets)


def _is_set_apart(line: str) -> bool:
    return (
        layout.is_advert(line)
        or layout.is_advert_label(line)
        or layout.is_navigation(line)
        or layout.is_menu_entry(line)
        or is_ruler(line)
    )


def _head_kind(line: str) -> BlockKind:
    """What a line above the text is: only names, dates and labels are kept out of the text proper."""
    if layout.is_notice(line):
        return "notice"
    if stamps.is_head_stamp(line):
        return "stamp"
    if layout.is_byline(line) or is_outlet_line(line) or _is_kind_line(line):
        return "byline"
    if layout.heads_list(line) and not layout.counts(line):
        return "heading"
    return "byline" if not layout.counts(line) and layout.length(line) <= 6 else "body"


def _is_kind_line(line: str) -> bool:
    """True for "PRESS RELEASE - for immediate use", not for "LIVE - Ten dead in …"."""
    phrases = parts(line)
    rest = phrases[1:]
    named = not rest or any(layout.is_kind(part) or is_outlet_name(part) for part in rest)
    return bool(phrases) and layout.is_kind(phrases[0]) and named


def _dated_title(head: list[Line], cuts: dict[int, list[Piece]]) -> str:
    """A headline that holds the date itself, where another line gives the date as well."""
    stamped = [number for number, cut in cuts.items() if cut and cut[0].kind == "stamp"]
    for number in sorted(stamped):
        line = head[number]
        if (
            len(stamped) > 1
            and layout.length(line.text) >= 5
            and not stamps.begins_dated(line.text)
        ):
            cuts[number] = [Piece(number, line.start, line.end, "title")]
            return line.text
    return ""


def _dateline(
    line: Line, cuts: dict[int, list[Piece]], *, number: int, whole: str
) -> tuple[str | None, str | None, str | None]:
    """The dateline of the first paragraph, the wire it names, and the outlet of "NAME (translated …) —"."""
    translated = TRANSLATED_BY.match(line.text)
    if translated and layout.length(translated["name"]) <= 6:
        cuts[number] = _split(line, number, translated.end())
        return None, None, translated["name"].strip()
    match = DATELINE.match(line.text)
    if match is None or not _is_dateline(match):
        return None, None, None
    if match["wire"] and layout.is_byline(line.text[match.end() :]):
        cuts[number] = [Piece(number, line.start, line.end, "byline")]
        return None, None, match["place"]
    cuts[number] = _split(line, number, match.end())
    wire = match["wire"]
    named = wire and wire[0].isupper() and not stamps.is_stamp(wire)
    return match[0].strip(), wire if named and not is_place(wire, whole) else None, None


def _is_dateline(match: re.Match[str]) -> bool:
    """A place alone before a dash or colon could be a speaker; capitals, a date, a wire or a country tell."""
    place = match["place"]
    if match["date"] or match["wire"]:
        return True
    if is_outlet_name(place):
        return False
    if match["colon"]:
        return len(place.split()) <= 3 and "/" not in place and not layout.is_kind(place)
    return CAPITALS.fullmatch(place.split(",")[0]) is not None or len(place.split()) <= 2


def _split(line: Line, number: int, at: int) -> list[Piece]:
    start = line.start + at
    before = line.text[:at].rstrip()
    pieces = [Piece(number, line.start, line.start + len(before), "byline")]
    return [*pieces, Piece(number, start, line.end, "body")] if start < line.end else pieces
