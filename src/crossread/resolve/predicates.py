"""Readings come in; states that are told of one subject and exclude each other ("open", "shut") go out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.model.resolution import Situation
from crossread.resolve.directory import Directory
from crossread.resolve.utterance import sentences, utterance

SUBJECT = r"(?P<subject>(?:[\w’'-]+\s){0,4}?[\w’'-]+)\s"


@dataclass(frozen=True, slots=True)
class Told:
    """A state of one subject: the kind of state, the subject's words with its last word and its names, who says so."""

    state: str
    words: str
    head: str
    names: frozenset[str]
    holds: bool
    claim: Claim


def predicates(readings: Sequence[Reading], directory: Directory) -> list[Situation]:
    """Every state that is told of a subject of which its contrary is told too."""
    by_state: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for reading in readings:
        for told in in_report(reading, directory):
            by_state[told.state, told.head].append(told)
    found: list[Situation] = []
    for _, alike in sorted(by_state.items()):
        for subject in one_subject(alike):
            if len({told.holds for told in subject}) == 2:
                found += [named(told, subject) for told in subject]
    return found


def in_report(reading: Reading, directory: Directory) -> Iterator[Told]:
    """The predicates of one report."""
    for start, end in sentences(reading.report):
        sentence = reading.report.text[start:end]
        for row in load("situations")["opposition"]:
            match = re.search(pattern(row["name"]), sentence)
            subject = subject_of(match, sentence) if match else None
            if match is None or subject is None:
                continue
            span = start + match.start("subject"), start + match.end()
            yield Told(
                row["name"], subject, last_word(subject), names_in(subject),
                (match["state"] in row["holds"]) is not bool(match["no"]),
                utterance(reading, span, sentence, directory),
            )  # fmt: skip


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of one opposition: subject, copula, perhaps a negation, one of its words."""
    table = load("situations")
    row = next(row for row in table["opposition"] if row["name"] == name)
    parts = table["predicate"]
    words = "|".join(sorted(map(re.escape, [*row["holds"], *row["fails"]]), key=len, reverse=True))
    return re.compile(
        rf"\b{SUBJECT}{parts['copula']}\s{parts['adverbs']}(?P<no>{parts['negation']})?"
        rf"{parts['adverbs']}(?P<state>{words})\b(?!\s(?:to|in\sthe\sface|fire\son))"
    )


def subject_of(match: re.Match[str], sentence: str) -> str | None:
    """The subject of a match; None where the state is only thought of, or its subject is a pronoun."""
    parts = load("situations")["predicate"]
    subject = after_break(match["subject"])
    if not subject or last_word(subject) in parts["empty_subjects"] or "?" in sentence:
        return None
    unreal = re.search(parts["unreal"], sentence[: match.start("state")], re.IGNORECASE)
    return subject if unreal is None else None


def last_word(subject: str) -> str:
    """The word that tells what kind of thing a subject is."""
    return subject.split()[-1].casefold()


def names_in(subject: str) -> frozenset[str]:
    """The names in a subject before its last word."""
    return frozenset(
        word.casefold() for word in subject.split()[:-1] if word[:1].isupper() and word != "The"
    )


def after_break(words: str) -> str:
    """The subject's own words: those behind the last word that begins a clause or a phrase."""
    return re.split(
        r"\b(?:that|said|says|and|but|while|because|where|of|in|on|at|by|to|told)\b\s*", words
    )[-1]


def one_subject(alike: list[Told]) -> Iterator[list[Told]]:
    """States of one kind by subject: names that differ are two subjects, no name fits the only one."""
    names = sorted({told.names for told in alike if told.names}, key=sorted)
    merged: list[frozenset[str]] = []
    for one in names:
        near = next((other for other in merged if one & other), None)
        if near is None:
            merged.append(one)
        else:
            merged[merged.index(near)] = near | one
    for group in merged or [frozenset()]:
        yield [told for told in alike if told.names & group or (not told.names and len(merged) < 2)]


def named(told: Told, subject: list[Told]) -> Situation:
    """A situation with its topic and question naming the subject by its longest words."""
    words = min((other.words for other in subject), key=lambda words: (-len(words), words))
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)\s", "", words)
    shown = bare if all(word[:1].isupper() for word in bare.split()) else f"the {bare}"
    row = next(row for row in load("situations")["opposition"] if row["name"] == told.state)
    topic, question = f"{told.state}: {bare.casefold()}", row["question"].format(subject=shown)
    return Situation(topic, question, told.holds, told.claim, row["lasting"])
