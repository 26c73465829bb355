"""One body for each speaker, wherever in a report he speaks."""

from dataclasses import replace

import pytest

from crossread.attribute import attribute
from crossread.decide.ballots import Ballot
from crossread.decide.bodies import with_bodies
from crossread.decide.candidates import candidates
from crossread.decide.mentions import Mentions
from crossread.extract import extract
from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.parse import Parser

TEXT = (
    "Ruth Okello works at the port authority. Ruth Okello said 12 people had died. "
    "Okello said 30 others were missing. The mayor said 40 people had died."
)


@pytest.fixture(scope="module")
def read() -> tuple[list[Claim], Mentions, list[str]]:
    parsed = Parser().parse(Report("a.txt", "a", TEXT, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    bare = [c for c in claims if c.source]
    return bare, Mentions(parsed, found, claims, statements), list(found.words)


def held(words: list[str], nobody: float, **shares: float) -> Ballot:
    places = {form: (share, -words.index(form)) for form, share in shares.items()}
    return Ballot(nobody, shares, places)


def test_what_is_sure_at_one_figure_goes_for_the_others(
    read: tuple[list[Claim], Mentions, list[str]],
) -> None:
    claims, mentions, words = read
    assert [c.source for c in claims] == ["Ruth Okello", "Okello", "The mayor"]
    ballots = {
        0: held(words, 0.1, authority=0.8, people=0.1),
        1: held(words, 0.5, authority=0.3, people=0.2),
        2: held(words, 0.9, authority=0.1),
    }
    told = [c.source_party for c in with_bodies(claims, ballots, mentions)]
    assert told[:2] == ["port authority", "port authority"]
    assert told[2] == claims[2].source_party


def test_a_persons_own_name_is_no_body(read: tuple[list[Claim], Mentions, list[str]]) -> None:
    claims, mentions, words = read
    shares = {"okello": 0.6, "authority": 0.3}
    places = {"okello": (0.6, -1), "authority": (0.3, -words.index("authority"))}
    told = with_bodies(claims, {0: Ballot(0.1, shares, places)}, mentions)
    assert told[0].source_party == "port authority"


def test_a_title_is_no_body() -> None:
    text = "Captain Ruth Okello of the port authority said 12 people had died. The governor prays."
    parsed = Parser().parse(Report("b.txt", "b", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    rank = held(list(found.words), 0.1, Captain=0.9)
    told = with_bodies(claims, {0: rank}, Mentions(parsed, found, claims, statements))
    assert told[0].source_party == claims[0].source_party == "port authority"
    office = held(list(found.words), 0.1, governor=0.9)
    told = with_bodies(claims, {0: office}, Mentions(parsed, found, claims, statements))
    assert told[0].source_party == "governor"


@pytest.mark.parametrize(
    ("text", "pointed", "named"),
    [
        ("The Ministry of Health said 12 people had died.", "Health", "Ministry of Health"),
        ("The United Nations' relief agency said 12 people had died.", "Nations", "United Nations"),
        ("Ruvia's health ministry said 12 people had died.", "Ruvia", "Ruvia"),
        ("The Data Harbour Centre (DHC) said 12 people had died.", "Centre", "Data Harbour Centre"),
        ("A source in Rijal al-Samra said 12 people had died.", "Rijal", "Rijal al-Samra"),
        ("On Friday Ruvia said 12 people had died.", "Ruvia", "Ruvia"),
        (
            "The Sea Agency for Habitat said 12 people had died.",
            "Habitat",
            "Sea Agency for Habitat",
        ),
        (
            "The San Marco hospital took in 12 wounded, Dr Lund said.",
            "hospital",
            "San Marco hospital",
        ),
        ("At the hospital in Losto 12 people died, Lund said.", "hospital", "hospital in Losto"),
        ("The Minister of Defence, Ana Lund, said 12 died.", "Defence", "Minister of Defence"),
        ("The airline Mira Wings said 12 people died.", "airline", "airline Mira Wings"),
        ("The ferry drivers' union said 12 people died.", "ferry", "ferry drivers' union"),
        ("Ana Lund of Lawyers for the Poor said 12 died.", "Poor", "Lawyers for the Poor"),
        (
            "The Ruvian Commission on Human Rights said 12 died.",
            "Commission",
            "Ruvian Commission on Human Rights",
        ),
        ("Ana Lund of Bellmar Ms. Tove Rand said 12 died.", "Bellmar", "Bellmar"),
        ("Ana Lund of the indigenous councils said 12 died.", "indigenous", "indigenous councils"),
    ],
)
def test_a_body_is_named_whole(text: str, pointed: str, named: str) -> None:
    parsed = Parser().parse(Report("c.txt", "c", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    mentions = Mentions(parsed, found, claims, statements)
    assert mentions.named(found.words.index(pointed)) == named


def test_nobody_is_told_inside_a_quotation_to_speak_it() -> None:
    text = "“In Ruvia 12 people had died,” the coroner said. Ruvia has no count."
    parsed = Parser().parse(Report("d.txt", "d", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    mentions = Mentions(parsed, found, claims, statements)
    inside, behind = (at for at, word in enumerate(found.words) if word == "Ruvia")
    assert mentions._is_quoted_with(claims[0], inside)
    assert not mentions._is_quoted_with(claims[0], behind)


def test_a_hearings_title_is_no_witness_body() -> None:
    text = "SENATE OF RUVIA - hearing: part 3\n\nMR OKELLO: I counted 12 dead.\n\nMR OKELLO: And 30 injured."
    parsed = Parser().parse(Report("e.txt", "e", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    mentions = Mentions(parsed, found, claims, statements)
    assert mentions.is_heading(found.words.index("SENATE"))
    assert not mentions.is_heading(found.words.index("OKELLO"))
    title = held(list(found.words), 0.1, SENATE=0.9)
    told = with_bodies(claims, dict.fromkeys(range(len(claims)), title), mentions)
    assert [c.source_party for c in told] == [c.source_party for c in claims]


def test_what_a_size_is_compared_with_is_no_side() -> None:
    text = "Ruvia's rebels held an area the size of Peru and commanded 900 men in Peru."
    parsed = Parser().parse(Report("f.txt", "f", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    mentions = Mentions(parsed, found, claims, statements)
    compared, named = (at for at, word in enumerate(found.words) if word == "Peru")
    assert mentions._is_measure(compared)
    assert not mentions._is_measure(named)


def test_a_field_is_no_body() -> None:
    text = "The director of nursing at the port hospital said 12 people had died."
    parsed = Parser().parse(Report("c.txt", "c", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    words = list(found.words)
    places = {form: (0.5, -words.index(form)) for form in ("nursing", "hospital")}
    ballot = Ballot(0.1, {"nursing": 0.6, "hospital": 0.3}, places)
    told = with_bodies(claims, {0: ballot}, Mentions(parsed, found, claims, statements))
    assert told[0].source_party == "port hospital"


@pytest.mark.parametrize(
    ("text", "pointed", "kept"),
    [
        ("The port ministry said 12 people had died. Ruvia mourns.", "Ruvia", "port ministry"),
        ("The fire brigade said 12 people had died in Ruvia.", "Ruvia", "fire brigade"),
        ("Ruth Okello said 12 people had died. Ruvia mourns.", "Ruvia", "Ruvia"),
    ],
)
def test_a_body_that_speaks_itself_speaks_for_no_other(text: str, pointed: str, kept: str) -> None:
    parsed = Parser().parse(Report("c.txt", "c", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    ballot = held(list(found.words), 0.0, **{pointed: 0.9})
    told = with_bodies(claims, {0: ballot}, Mentions(parsed, found, claims, statements))
    assert told[0].source_party == kept


@pytest.mark.parametrize(("nobody", "body"), [(0.02, "port authority"), (0.2, None)])
def test_a_doubtful_body_far_from_its_speaker_is_nobodys(nobody: float, body: str | None) -> None:
    text = (
        "The gale came on Monday, and the port authority shut the docks before noon. "
        "The crews slept on deck. Ruth Okello said 12 people had died."
    )
    parsed = Parser().parse(Report("d.txt", "d", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    ballot = held(list(found.words), nobody, authority=0.7)
    told = with_bodies(claims, {0: ballot}, Mentions(parsed, found, claims, statements))
    assert (told[0].source, told[0].source_party) == ("Ruth Okello", body)


def test_who_is_a_body_by_his_own_words_stays_one() -> None:
    text = "The duty desk said 12 people had died.\n\nOKELLO: We have 30 missing people."
    parsed = Parser().parse(Report("c.txt", "c", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    mentions = Mentions(parsed, candidates(parsed, claims, [], statements), claims, statements)
    desk = replace(claims[0], source="The duty desk", source_party="duty desk")
    turn = replace(desk, source="OKELLO", source_party="OKELLO", source_rule="turn")
    shares = {"desk": 0.02, "okello": 0.02, "missing": 0.02}
    places = dict.fromkeys(shares, (0.02, -1))
    nobody = {index: Ballot(0.94, shares, places) for index in (0, 1)}
    told = with_bodies([desk, turn], nobody, mentions)
    assert [claim.source_party for claim in told] == ["duty desk", None]
