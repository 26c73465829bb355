"""Reports that name a body in several forms come in; which names are joined, and which are not, is asserted."""

import pytest
from tests.factories import make_reading, make_report

from crossread.resolve import resolve
from crossread.resolve.census import take_census

CASES = [
    # machine paraphrase puts other words for those of a name
    (
        "By noon the Tolva Relief Office had counted forty dead.\nBy night the Tolva Relief Workplace had four more.",
        "Tolva Relief Office",
        "Tolva Relief Workplace",
        True,
    ),
    (
        "The United Nations said 40 died.\nThe United Countries said so.",
        "United Nations",
        "United Countries",
        True,
    ),
    # a name of two words of which none is left is another name
    (
        "The United Nations said 40 died.\nThe Joined Countries said so.",
        "United Nations",
        "Joined Countries",
        False,
    ),
    # a branch is not the group; the group's name beside the branch's alone is short for it
    (
        "ISIS-W bombed it, IS said.\nFighters of Daesh-Westland fled. Two Daesh were shot.",
        "IS",
        "Daesh",
        False,
    ),
    (
        "ISIS-W bombed it, IS said.\nFighters of Daesh-Westland fled. Two Daesh were shot.",
        "ISIS-W",
        "Daesh",
        True,
    ),
    # one long name alone begins so
    (
        "Nine people had died, the Tolva Network for Lost Rights said.\nBy night the Tolva Network had ten.",
        "Tolva Network for Lost Rights",
        "Tolva Network",
        True,
    ),
    # gangs without names are one side
    ("The gangs of the port struck. The gunmen fled.", "gangs", "gunmen", True),
    # two unions of one trade: a description of either fits both
    (
        "The police union PU-9 said so. The officers' union OSYN denied it. A police union knows.",
        "PU-9",
        "police union",
        False,
    ),
    # one national society is its movement's there
    (
        "Kenya mourns, the Kenya Red Cross said.\nThe Red Cross and the ICRC sent more.",
        "ICRC",
        "Kenya Red Cross",
        False,
    ),
    # the army of a state whose command has a name of its own is the state's
    (
        "Bombs fell near Nairobi and Mombasa, Kenya said. The Pentagon and the US army denied it.",
        "US",
        "US army",
        True,
    ),
    # a capital stands for its state
    ("Kenya mourns. Nairobi denied it.", "Kenya", "Nairobi", True),
]


@pytest.mark.parametrize(("text", "left", "right", "joined"), CASES)
def test_forms_of_a_name(text: str, left: str, right: str, joined: bool) -> None:
    texts = [
        make_reading(make_report(f"{n}.txt", line), []) for n, line in enumerate(text.split("\n"))
    ]
    owners = {
        name: party.name
        for party in resolve(texts).parties
        for name in (party.name, *party.aliases)
    }
    assert left in owners
    assert (owners.get(left) == owners.get(right)) is joined


def test_where_the_dead_come_from_is_not_where_texts_play() -> None:
    text = (
        "Nine Filipino workers and four Filipino sailors died in Kenya, police said. Kenya mourns."
    )
    directory = take_census([make_report(text=text)], [], {})
    assert directory.home is not None
    assert directory.home.name == "Kenya"
