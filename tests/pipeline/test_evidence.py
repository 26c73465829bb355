"""The evidence invariant: the digits or number words of every figure shown stand in the report at its span."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.decide import Decider
from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser
from crossread.pipeline import clean, draft

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "examples").glob("*/reports/*.txt"))[::6] + sorted(
    (ROOT.parent / "shared" / "seeds").glob("*.txt")
)
COUNTS = st.sampled_from(
    ["12", "at least 30", "1,210", "twenty-three", "dozens of", "10-20", "2.3 million", "15K"]
)
NOUNS = st.sampled_from(
    ["people", "soldiers", "children", "prisoners", "homes", "families", "trucks", "dollars"]
)
ENDS = st.sampled_from(
    ["were killed", "fled their homes", "were burned down", "escaped", "wept", "are held", ""]
)
NOISE = st.text(alphabet="abc XYZ.,;:“”'\"()|-–—\n\t0123456789%$€½", max_size=30)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def claims_of(parser: Parser, text: str) -> list[Claim]:
    """The claims of a text that stands for itself."""
    report = clean(Source("a.txt", text.encode("utf-8")))
    return draft(parser, Decider(), report).claims if isinstance(report, Report) else []


def number_words() -> set[str]:
    """Every word that the number and vague lists know."""
    words: set[str] = set()
    stack: list[object] = [load("numbers")]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            stack += value
        elif isinstance(value, str):
            words |= set(re.findall(r"[a-z]+", value.casefold()))
    return words


def check(text: str, claims: list[Claim]) -> None:
    """Each claim's spans lie in the text; its quantity's words are digits or number words."""
    known = number_words()
    for claim in claims:
        figure, quantity = claim.figure, claim.figure.quantity
        assert text[figure.start : figure.end] == claim.quote
        first, last = quantity.core
        words = text[first:last]
        assert 0 <= quantity.start <= first < last <= quantity.end <= len(text)
        said = set(re.findall(r"[a-z]+", words.casefold()))
        assert re.search(r"\d", words) or said & known, words
        for bound in {quantity.low, quantity.high} - {None}:
            digits = re.sub(r"\D", "", words)
            if digits and not said and str(bound) not in digits:
                assert str(bound).rstrip("0") in digits.replace(".", ""), (bound, words)
        if quantity.vague is not None:
            assert (
                quantity.vague.split()[-1].casefold()[:4]
                in text[quantity.start : figure.end].casefold()
            )


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_real_reports(parser: Parser, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    claims = claims_of(parser, text)
    assert claims
    check(text, claims)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(NOISE, COUNTS, NOUNS, ENDS), min_size=1, max_size=4))
def test_generated_reports(parser: Parser, parts: list[tuple[str, str, str, str]]) -> None:
    text = " ".join(f"{noise} The police said {c} {n} {e}." for noise, c, n, e in parts)
    report = clean(Source("a.txt", text.encode("utf-8")))
    if isinstance(report, Report):
        check(report.text, draft(parser, Decider(), report).claims)
