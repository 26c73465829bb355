"""A quantity comes in; whether it counts the report's own readers, or those whom they are to tell, goes out.

"41,000 of you were reading", "You are now 3,412 subscribers", "Forward this to five friends",
"free to 6,300 readers".
"""

import re

from crossread.extract.tokens import Place

BEFORE = re.compile(
    r"(?:\byou\s(?:are|were)\s(?:now\s|already\s|all\s|by\snow\s)?(?:\w+\s)?"
    r"|\bjoin\s(?:the\s|our\s|over\s|more\sthan\s|some\s|nearly\s|almost\s){0,3}"
    r"|\b(?:forward|send|pass|recommend|show|mail|hand|give)\s(?:this|it|us|the\s\w+|our\s\w+)\s(?:\w+\s)?(?:on\s)?to\s(?:\w+\s)?"
    r"|\b(?:tell|invite|bring)\s(?:\w+\s)?)$",
    re.IGNORECASE,
)
"""Words right before a number of readers, those who would be, and their friends."""
BEHIND = re.compile(
    r"\s(?:of\syou\b|(?:other\s)?(?:subscribers|readers|followers|others|members|patrons|listeners|viewers|supporters|people)\b)",
    re.IGNORECASE,
)
"""Words right behind a number of readers."""
FRIENDS = re.compile(
    r"\s(?:\w+\s)?(?:friends?|colleagues?|neighbou?rs?|acquaintances?)\b", re.IGNORECASE
)
"""Those whom readers are to tell."""
LETTER = re.compile(
    r"(?i)\s(?:(?:other\s)?(?:subscribers|readers|inboxes|patrons)\b(?!\s(?:without|cut|lost|were|are|had|who|in)\b)"
    r"|(?:of\s)?(?:your\s(?:neighbou?rs|friends|colleagues)|people|readers)\s(?:get\sit|are\sfollowing\s(?:this|us)|read\s(?:it|us)))"
)
"""Words behind the number of those whom a paper tells that it reaches: "free to 6,300 readers"."""
PAPER = re.compile(
    r"(?i)\b(?:free|letter|newsletter|weekly|every\s(?:week|month|day)|no\.\s?\d|issue|edition|inbox|page|written\s(?:in|by)|sent)\b|[|·•]"
)
"""What else stands in a line in which a paper tells of itself."""
MANY = 1000
"""From this number "of you" are readers; fewer may be those who are concerned, in a letter to them."""
TURN = re.compile(r"\W*[^\W\d_a-z][\w.’' -]{0,40}:\s")
"""The label of a line in which somebody else speaks, without quotation marks."""
OF_YOU = re.compile(r"\sof\syou\b", re.IGNORECASE)
"""Readers whom the report speaks to."""


def counts_readers(place: Place) -> bool:
    """Whether a number, outside quotations, counts those who read the report or are to be told of it."""
    text, quantity = place.parsed.report.text, place.quantity
    start = place.parsed.sentences[place.sentence.index].start
    line = text[text.rfind("\n", 0, quantity.start) + 1 : quantity.start]
    if TURN.match(line) or line.count("“") > line.count("”") or line.count('"') % 2:
        return False
    behind = text[quantity.core[1] : quantity.core[1] + 40]
    if LETTER.match(behind) and PAPER.search(line + behind):
        return True
    if OF_YOU.match(behind):
        return (quantity.low or 0) >= MANY
    before = BEFORE.search(text, start, quantity.start)
    if before is None:
        return False
    asked = before[0].split()[0].casefold()
    if asked in ("you", "join"):
        return BEHIND.match(behind) is not None
    return FRIENDS.match(behind) is not None
