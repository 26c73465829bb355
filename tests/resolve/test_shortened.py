"""Two speaking bodies come in; whether one's name is a short form of the other's is asserted."""

import pytest

from crossread.model.party import Party
from crossread.resolve.directory import Directory
from crossread.resolve.shortened import whole_name


@pytest.mark.parametrize(
    ("name", "others", "whole"),
    [
        ("Velt Crest", {"Velt Crest Coal Company"}, "Velt Crest Coal Company"),
        ("regional hospital", {"Losto regional hospital"}, "Losto regional hospital"),
        ("regional hospital", {"town's regional hospital"}, None),  # a name begins with a capital
        ("regional hospital", {"Losto Regional Hospital", "Mira Regional Hospital"}, None),
        ("Federation", {"Mine Workers' Federation"}, "Mine Workers' Federation"),
        ("Physicians' network", {"Norran Physicians' Network"}, "Norran Physicians' Network"),
        ("police", {"Losto police"}, None),
        ("Sea Call", {"hotline Sea Call"}, None),
        ("UN", {"UN Mission"}, None),
    ],
)
def test_a_short_form_is_written_whole_where_one_body_has_it(
    name: str, others: set[str], whole: str | None
) -> None:
    assert whole_name(Directory(), name, {name, *others}) == whole


def test_a_known_body_is_no_short_form() -> None:
    directory = Directory()
    directory.enter("Sea Guard", Party("Sea Guard", kind="state"), "")
    assert whole_name(directory, "Sea Guard", {"Sea Guard", "Sea Guard Union"}) is None
