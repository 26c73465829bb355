"""The directory and the texts come in; other forms of names that are known there are entered in it.

Branches of armed groups, shorter forms of long names, names in other words (`lexicon/en/paraphrase.toml`), gangs.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.bodies import merge
from crossread.resolve.concordance import Concordance, concordance
from crossread.resolve.directory import Directory
from crossread.resolve.evidence import Link
from crossread.resolve.houses import heads
from crossread.resolve.names import ACRONYM, CAPITAL, compiled, fold
from crossread.resolve.register import register, register_names

SHORTEST_REWORDED = 2
"""Words in the shortest name that is looked for in other words."""
GANGS = ("gangs", "gang", "gang members", "armed gangs", "bandits", "armed bandits", "gunmen")
"""What the gangs of a place are called together, where no gang is told by name."""


def enter_branches(directory: Directory, texts: list[str]) -> None:
    """Enter the branches of groups that go by many names ("IS-K", "Islamic State Khorasan"), each its own party.

    A group's name that stands only beside its branch's ("Daesh" after "Daesh-Khorasan") is short for the branch.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name, others in load("bodies")["groups"].items():
        groups[name] = [name, *others]
    whole = "\n".join(texts)
    for group, names in sorted(groups.items()):
        branches = branches_of(group, names, whole)
        for branch, spelled in sorted(branches.items()):
            party = next((known for one in spelled if (known := directory.own_party(one))), None)
            party = party or Party(branch)
            for one in sorted(spelled):
                directory.adopt_own(one, party)
            for name in names[1:]:
                if len(branches) == 1 and beside_only(name, spelled, texts):
                    directory.adopt_own(name, party)


def branches_of(group: str, names: list[str], whole: str) -> dict[str, set[str]]:
    """The names of each branch of a group by the branch's short name, letters and words together."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for match in compiled(
            rf"(?<![\w-]){re.escape(name)}(?:-| in |’s |\s)(?P<place>{CAPITAL}[a-z]+)"
            r"(?:\s[Pp]rovince)?(?![\w-])"
        ).finditer(whole):
            if fold(match["place"]) not in register().party_of and fold(
                match["place"]
            ) not in heads("not_persons"):
                found[f"{group}-{match['place'][0]}"].add(match[0])
        for match in compiled(
            rf"(?<![\w-]){re.escape(name)}-?(?P<letter>[A-Z])P?(?![\w-])"
        ).finditer(whole):
            found[f"{group}-{match['letter']}"].add(match[0])
    return found


def beside_only(name: str, branch: set[str], texts: list[str]) -> bool:
    """Whether every text with a group's name alone also has the branch under that name."""
    bare = rf"(?<![\w-]){re.escape(name)}(?![\w-]|\s{CAPITAL})"
    having = [text for text in texts if re.search(bare, text)]
    own = [one for one in branch if one.startswith(name) and one != name]
    return bool(having and own) and all(any(one in text for one in own) for text in having)


def enter_short_forms(directory: Directory, whole: str) -> None:
    """Let the words before "for" or "of" stand for a body, where one long name alone begins with them."""
    long = {
        name
        for name in {
            *register_names(),
            *(one for all_ in directory.spellings.values() for one in all_),
        }
        if re.search(r"\s(?:for|of)\s", name) and name in whole
    }
    begun: dict[str, set[str]] = defaultdict(set)
    for name in sorted(long):
        party = directory.by_name.get(fold(name))
        short = re.split(r"\s(?:for|of)\s", name)[0]
        if party is None or party.kind in ("state", "ministry") or len(short.split()) < 2:
            continue
        last = fold(short.split()[-1])
        if last in heads("nouns") - heads("organs") or last not in heads("nouns") | heads("organs"):
            begun[short].add(party.name)
    for short, parties in sorted(begun.items()):
        if len(parties) == 1 and directory.party(short) is None:
            directory.adopt(short, directory.called(next(iter(parties))))


def enter_gangs(directory: Directory, whole: str) -> None:
    """Let the gangs that texts speak of together be one side, where no gang goes by a name."""
    named = re.search(rf"\b{CAPITAL}[\w-]+ gang\b|\bgang {CAPITAL}", whole)
    if named is None and re.search(r"\b[Gg]angs\b", whole):
        party = Party("gangs")
        for word in GANGS:
            if directory.by_name.get(word) is None:
                directory.enter(word, party, "")


def enter_reworded(directory: Directory, whole: str) -> None:
    """Enter the phrases of the texts that are a known name in other words ("White Caps")."""
    found: dict[str, set[str]] = defaultdict(set)
    known = {one for all_ in directory.spellings.values() for one in all_} | set(register_names())
    for name in sorted(known):
        party = directory.by_name.get(fold(name))
        pattern = reworded(name, concordance(whole))
        if party is None or pattern is None or party.kind == "state":
            continue
        for match in re.finditer(pattern, whole):
            if fold(match[0]) != fold(name) and keeps_a_word(match[0], name):
                found[" ".join(match[0].split())].add(party.name)
                for word in other_words(match[0], name, whole):
                    found[word].add(party.name)
    for words, parties in sorted(found.items()):
        if len(parties) != 1:
            continue
        party, own = directory.called(next(iter(parties))), directory.own_party(words)
        if own is not None and own.name == words and party.name != words:
            merge(directory, own, party)
        directory.enter(words, party, "")


def other_words(words: str, name: str, whole: str) -> Iterator[str]:
    """The one word that stands in a name for a body's noun, where it stands alone with "the" ("the Lookout")."""
    nouns = heads("nouns")
    for word, own in zip(words.split(), name.split(), strict=False):
        another = fold(own) in nouns and fold(word) not in nouns | {fold(own)}
        bare = rf"\b[Tt]he\s{re.escape(word)}(?!\s{CAPITAL})(?![\w-])"
        if word[:1].isupper() and another and re.search(bare, whole):
            yield word


def keeps_a_word(words: str, name: str) -> bool:
    """Whether a name in other words still has one of its own, as a name of one or two words must."""
    kept = set(fold(words).split()) & set(fold(name).split()) - {"of", "for", "and", "the"}
    return bool(kept) or len(name.split()) > SHORTEST_REWORDED


def reworded(name: str, texts: Concordance) -> str | None:
    """The pattern of a name's words in other words.

    None for names without such a word or with too few words, and where the texts have nothing for one of the words.
    """
    words = name.split()
    if len(words) < SHORTEST_REWORDED or not any(row_of(word) for word in words):
        return None
    if not all(any(texts.knows(one) for one in options(word)) for word in words):
        return None
    return r"(?<![\w-])" + r"\s".join(alternatives(word) for word in words) + r"(?![\w-])"


def alternatives(word: str) -> str:
    """A word and what is put for it, as one alternation."""
    return rf"(?:{'|'.join(map(re.escape, options(word)))})"


def options(word: str) -> list[str]:
    """A word and what is put for it, first letters in either case."""
    if word == "UN":
        return ["UN", "U.N.", "United Nations"]
    either = [word, *row_of(word)]
    return sorted(
        {
            form
            for one in either
            for form in (one, one[:1].upper() + one[1:], one[:1].lower() + one[1:])
        }
    )


def row_of(word: str) -> list[str]:
    """The words that are put for a word of a name."""
    return list(load("paraphrase")["rows"].get(word.casefold(), []))


def follower_links(directory: Directory, whole: str) -> list[Link]:
    """ "the M23 rebels", "Bedouin clans": a plural noun that may stand for the side whose people it names."""
    nouns = "|".join(map(re.escape, sorted(heads("followers"), key=len, reverse=True)))
    found = []
    named = rf"(?:{CAPITAL}[\w-]+\s){{0,2}}(?:{ACRONYM}|{CAPITAL}[\w-]+)"
    for match in compiled(rf"\b({named})\s({nouns})\b").finditer(whole):
        for name in tails(match[1]):
            party = directory.party(name)
            if party is not None and party.kind in {"other", "organ"}:
                found.append(Link(name, match[2], f"{name} {match[2]}", described=True))
                break
    return found


def tails(name: str) -> list[str]:
    """A name and what is left of it as words are taken from its front."""
    words = name.split()
    return [" ".join(words[start:]) for start in range(len(words))]
