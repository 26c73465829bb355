"""A speaker and the body given beside him come in; whether the body can be his goes out."""

import re
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.census import is_body
from crossread.resolve.directory import Directory
from crossread.resolve.hits import tokens_of
from crossread.resolve.houses import heads
from crossread.resolve.levels import LEVELS
from crossread.resolve.names import CAPITAL, PERSON, fold
from crossread.resolve.office import local_head
from crossread.resolve.phrase import PLAIN_ORGANS, organ_kind
from crossread.resolve.register import register
from crossread.resolve.speakers import housed_body, named_party, officer_party, person_party
from crossread.resolve.turns import is_office

SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"])[.!?]\s|\n")


def fitting_body(
    directory: Directory, claim: Claim, words: str | None, report: Report
) -> str | None:
    """The body that the sentence gives for a speaker, None where it cannot be his."""
    body = claim.source_party
    if not body or body.upper() in heads_of_letters() or is_dateline(body, report):
        return None
    if not words:
        return body
    if is_heading(directory, body, words, report):
        return None
    said = words.casefold().removeprefix("the ")
    unfit = (
        cut_from(body, words)
        or is_far(directory, body, words, report)  # a land's adjective elsewhere in the report
        or said in LEVELS  # "the state" speaks itself, whatever body stands beside it
        or is_misplaced(directory, body, words, report.text)
        or is_some_government(body, words)
        or is_elsewhere(directory, body, words, claim.sentence, report)
        or is_no_ministers(directory, body, said)
        or is_the_paper(body, words, report)
    )
    return None if unfit else body


def is_misplaced(directory: Directory, body: str, words: str, text: str) -> bool:
    """Whether a body is no place's for a place's head, another person's name, or where the speaker is from."""
    return (
        is_unruled(directory, body, words)
        or is_another_persons(directory, body, words, text)
        or comes_from(body, words)
        or is_there(directory, body, words, text)
        or is_membership(body, words, text)
    )


def is_membership(body: str, words: str, text: str) -> bool:
    """Whether a body is but the party that the holder of an office is a member of ("Mr X (Minister of Works, ABC)")."""
    if not words.strip() or f", {body})" not in text:
        return False
    found = re.search(
        rf"{re.escape(words.split()[-1])}\s\((?P<office>[^()\n]+),\s{re.escape(body)}\)", text
    )
    return found is not None and is_office(found["office"])


def is_only_near(words: str) -> bool:
    """Whether the speaker is but close to a body or knows it ("a channel close to the army")."""
    return re.search(r"\b(?:close|linked|loyal|near|familiar) (?:to|with) ", words) is not None


def is_another_persons(directory: Directory, body: str, words: str, text: str) -> bool:
    """Whether the body beside a person's name is the name of another person, whose body is known."""
    if re.fullmatch(PERSON, words) is None or directory.party(body) is not None:
        return False
    name = fold(body).split()
    if not name or name[-1] in fold(words).split() or is_body(body, ""):
        return False
    owner = re.search(rf"{re.escape(body)}[’']s\s", text)  # "Reis's spokesman"
    return owner is None and " ".join(name) in directory.persons


def comes_from(body: str, words: str) -> bool:
    """Whether a place only says where some private person is from ("one baker of Sollano")."""
    lies = re.fullmatch(
        rf"(?i:an?|one|another|two|three|some)\s(?P<who>.+)\s(?:of|from|in|at|near)\s(?:the\s)?{re.escape(body)}",
        words,
    )
    return lies is not None and is_private(lies["who"]) and not is_body(body, "")


def is_there(directory: Directory, body: str, words: str, text: str) -> bool:
    """Whether a place only says where a person is who is known as nobody's ("Ana Reis in Solano")."""
    person = re.fullmatch(PERSON, words) is not None and " " in words
    if not person or is_body(body, "") or fold(words) in directory.persons:
        return False
    return (
        re.search(rf"\b{re.escape(words)} in {re.escape(body)}(?![\w’'-]|\s{CAPITAL})", text)
        is not None
    )


def is_compatriot(words: str) -> bool:
    """Whether words are some private person of a land ("a Peruvian cook"), for whom it does not speak."""
    some = re.fullmatch(
        rf"(?i:an?|one|another|two|three|some)\s(?P<land>(?:{CAPITAL}[\w-]+\s){{1,2}})(?P<who>[a-z][\w\s,-]*)",
        words,
    )
    land = register().party_of.get(fold(some["land"])) if some is not None else None
    return (
        some is not None and land is not None and land.kind == "state" and is_private(some["who"])
    )


def is_private(who: str) -> bool:
    """Whether the words for a person are of one who serves and speaks for nobody."""
    said = [fold(word) for word in tokens_of(who)]
    known = {one for word in said for one in (word, f"{word}s", word.removesuffix("s"))}
    return bool(said) and not known & speaking() and organ_kind(sorted(known)) is None


@cache
def speaking() -> frozenset[str]:
    """Words for those who speak or serve for somebody, single and by themselves."""
    lists = (
        "roles", "holders", "workers", "nouns", "people", "organs", "sovereign", "local", "societies",
        "companies", "of_people", "followers",
    )  # fmt: skip
    named = {part for one in lists for name in heads(one) for part in name.split()}
    named |= set(load("offices")["documents"]["nouns"])
    titles = {part for name in load("offices")["titles"] for part in name.split()}
    ranks = {fold(rank) for row in load("offices")["ranks"].values() for rank in row}
    return frozenset(named | titles | ranks)


def is_house_of_its_own(body: str, words: str) -> bool:
    """Whether a house speaks by its bare noun ("the mortuary") and the body beside it is a ministry or the like."""
    houses = load("offices")["local"]["houses"]
    return fold(words).removeprefix("the ") in houses and not set(fold(body).split()) & set(houses)


def is_some_government(body: str, words: str) -> bool:
    """Whether "the government" or "the city" stands beside a person's name: some government, not the home state's."""
    person = re.fullmatch(PERSON, words) is not None
    return person and fold(body) in heads("sovereign") | heads("local")


def is_no_ministers(directory: Directory, body: str, said: str) -> bool:
    """Whether a minister stands beside a house or an organ of its own ("the bureau", the Minister of State said)."""
    if re.search(r"\bminister(?:\sof\sstate)?$", said) is None:
        return False
    party = directory.party(body)
    house = (
        is_body(body, "") if party is None else party.kind != "state" and is_body(party.name, "")
    )
    served = {"ministry", "government", "department", "cabinet"} & set(fold(body).split())
    bureau = party is not None and party.kind == "organ" and body.isupper()
    return (house or bureau) and not served


def is_the_paper(body: str, words: str, report: Report) -> bool:
    """Whether the paper that a report stands in is given for the body of one who has an office or a name of his own."""
    paper = set(fold(body).split()) & heads("papers")
    if not paper or report.outlet is None or fold(body) not in fold(report.outlet):
        return False
    staff = {"editor", "reporter", "correspondent", "columnist", "we", "us", "our"}
    return not set(fold(words).split()) & (heads("papers") | staff)


def is_elsewhere(
    directory: Directory, body: str, words: str, sentence: str, report: Report
) -> bool:
    """Whether whose a bare organ is stands in its sentence ("in Peru, where the army said") or is home's."""
    if organ_kind(tokens_of(words)) is None:
        return False
    where = directory.state_where(sentence) is not None
    return where or is_abroad(directory, body, words, sentence, report)


def holder_party(directory: Directory, body: str, words: str) -> Party | None:
    """The party of a person whose name is given for a body's ("Alade's spokesman"), no speaker's own."""
    if fold(body) in fold(words) or directory.party(body) or named_party(directory, words):
        return None
    return person_party(directory, body) or officer_party(directory, body)


def is_unruled(directory: Directory, body: str, words: str) -> bool:
    """Whether a place's head ("the governor"), or one who is known as such, stands beside a body that is no place's."""
    said = words.casefold().removeprefix("the ")
    party = directory.party(body)
    if local_head(said) != said:
        office = officer_party(directory, words)
        held = office is not None and local_head(office.name) == office.name
        return held and (party is not None or fold(body) in PLAIN_ORGANS) and not is_place(party)
    other = party is not None and party.kind in {"other", "neutral", "agency"}
    return party is not None and other and is_body(party.name, "")


def is_place(party: Party | None) -> bool:
    """Whether a party is a place with authorities of its own: no state, no organ, no body by its noun."""
    return party is not None and party.kind == "organ" and not is_body(party.name, "")


def is_abroad(directory: Directory, body: str, words: str, sentence: str, report: Report) -> bool:
    """Whether a body is another state than home that the sentence of a bare organ does not name."""
    party = directory.party(body)
    home = directory.home_of(report)
    if party is None or home is None or party.kind != "state":
        return False
    return party.name != home.name and body not in sentence and body not in words


def is_dateline(name: str, report: Report) -> bool:
    """Whether a name in capitals opens a report as the place it was filed from ("SOLANO, 3 May - ")."""
    spelled = re.escape(name)
    line = rf"(?m)^(?:[A-ZÀ-Þ' –—-]+,\s)?{spelled}(?:,[^\n]{{0,40}})?\s(?:\([^)\n]*\)\s)?[–—-]\s"
    return name.isupper() and name in report.text and re.search(line, report.text) is not None


def is_heading(directory: Directory, name: str, words: str, report: Report) -> bool:
    """Whether what is no known party heads an entry in capitals ("14:35 SOLANO. The mayor says 9")."""
    if fold(name) in register().party_of or name in directory.given:
        return False  # "CHILE. The delegate spoke of nine"
    hour = r"(?:\d{1,2}[:.h]\d{2}\s+)?"
    line = rf"(?m)^{hour}(?:{re.escape(name)}\.\s|(?:FROM|IN|AT|ON)\s{re.escape(name)}$)"
    return name.isupper() and name not in words and re.search(line, report.text) is not None


def is_far(directory: Directory, body: str, words: str, report: Report) -> bool:
    """Whether a body is a state's name that stands in no sentence with the person who speaks."""
    party = directory.party(body)
    person = re.fullmatch(PERSON, words) is not None or fold(words) in directory.housed
    home = directory.home_of(report)
    at_home = home is not None and party is not None and party.name == home.name
    if party is None or party.kind != "state" or not person:
        return False
    if at_home and housed_body(directory, words) is None:
        return False
    return not told_with(body, words, report)


def told_with(body: str, words: str, report: Report) -> bool:
    """Whether a body stands in a sentence with the surname, or the surname in none."""
    surname = re.escape(words.split()[-1])
    told = [one for one in SENTENCE_END.split(report.text) if re.search(rf"(?i)\b{surname}\b", one)]
    return not told or any(body in one for one in told)


def heads_of_letters() -> frozenset[str]:
    """Letters that name no body ("TV")."""
    return frozenset(word.upper() for word in heads("letters"))


def cut_from(body: str, words: str) -> bool:
    """Whether the body's words are only the first of a longer name in the speaker's words, or a bare organ in them."""
    if body == words or body not in words:
        return False
    longer = rf"\b{re.escape(body)}\s(?:(?:of\s(?:the\s)?)?{CAPITAL}[\w-]+|for\s)"
    bare = body.islower() and re.search(rf"\bin {CAPITAL}", words) is not None
    bare = bare or (body in heads("of_people") and f"{body} of " in words)  # "the union of bankers"
    return bare or re.search(longer, words) is not None
