"""The page: everything reachable, everything escaped, nothing fetched, the same bytes every time."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.report import example_ledger

from crossread.model.ledger import Copy, Ledger
from crossread.report import render_html

LARGEST = 400_000
"""Bytes for seven reports: a page that is sent by mail or opened on a phone."""


class Page(HTMLParser):
    """Tags with their attributes, and the text outside of style and script."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside not in ("style", "script"):
            self.words.append(data)

    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    def targets(self) -> set[str]:
        return {attrs["href"] for _, attrs in self.tags if "href" in attrs}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return example_ledger.ledger()


@pytest.fixture(scope="module")
def text(ledger: Ledger) -> str:
    return render_html(ledger)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_golden(golden: Callable[[str, str], None]) -> None:
    few = example_ledger.ledger(only=("01.txt", "05.txt", "06.txt"))
    golden("dossier.html", render_html(few))


def test_the_same_bytes_twice(text: str) -> None:
    assert render_html(example_ledger.ledger()) == text


def test_it_is_small(text: str) -> None:
    assert len(text.encode()) < LARGEST


def test_every_id_is_used_once(page: Page) -> None:
    assert [name for name, many in Counter(page.ids()).items() if many > 1] == []


def test_every_link_leads_somewhere(page: Page) -> None:
    inside = {target.removeprefix("#") for target in page.targets() if target.startswith("#")}
    assert inside - set(page.ids()) == set()


def test_every_claim_is_marked_and_linked(ledger: Ledger, page: Page) -> None:
    for claim in ledger.claims:
        assert f"claim-{claim.id}" in page.ids()
        assert f"#claim-{claim.id}" in page.targets()


def test_a_mark_holds_the_claims_words(ledger: Ledger, text: str) -> None:
    for claim in ledger.claims:
        found = re.search(rf'<mark id="claim-{claim.id}"[^>]*>(.*?)</mark>', text, re.S)
        if found:  # a claim inside another's words begins in a wrapper of the same mark
            words = re.sub(r"<[^>]+>", "", found[1])
            assert words.split()[0].replace("&#39;", "'").replace("&#34;", '"') in claim.quote


def test_nothing_is_weak(page: Page) -> None:
    for tag, attrs in page.tags:
        assert tag not in ("img", "iframe", "object", "embed", "audio", "video", "base", "form")
        assert "src" not in attrs
        for name in ("href", "xlink:href", "action"):
            assert attrs.get(name, "#").startswith(("#", "data:,"))
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


def test_style_fetches_nothing(text: str) -> None:
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_every_chart_has_a_title_and_words(text: str) -> None:
    charts = re.findall(r'<svg class="chart".*?</svg>', text, re.S)
    assert charts
    for chart in charts:
        assert 'role="img"' in chart
        assert re.search(r"<title id=[^>]+>[^<]+</title><desc id=[^>]+>[^<]+</desc>", chart)


def test_a_ledger_without_anything_is_a_page() -> None:
    assert "no report is dated" in render_html(Ledger("Nothing", (), (), (), (), (), (), (), ()))


def test_one_report_under_two_names() -> None:
    """A text given twice has claims with the same ids: each mark still has an id of its own."""
    once = example_ledger.ledger(only=("01.txt",))
    twin = replace(once.reports[0], name="again.txt")
    twice = replace(
        once,
        reports=(*once.reports, twin),
        claims=(*once.claims, *(replace(claim, report="again.txt") for claim in once.claims)),
        copies=(Copy("again.txt", "01.txt", "whole", "the same text"),),
    )
    found = Page(render_html(twice))
    assert [name for name, many in Counter(found.ids()).items() if many > 1] == []
    marks = [name for name in found.ids() if name.startswith("claim-")]
    assert len(marks) == 2 * len(once.claims)


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_reports_words_are_only_words(words: str) -> None:
    """Whatever stands in a title, a name, a text or a reason is shown and does nothing."""
    safe = example_ledger.ledger(only=("01.txt",))
    first = safe.claims[0]
    bad = replace(
        safe,
        title=words,
        reports=(replace(safe.reports[0], title=words, outlet=words, published_why=words),),
        claims=(replace(first, source_party=words, source=words, place=words), *safe.claims[1:]),
        set_aside=tuple(replace(one, reason=words, quote=words) for one in safe.set_aside),
    )
    found = Page(render_html(bad))
    expected = Page(render_html(safe))
    tags = ("script", "img", "style", "iframe")
    for tag in tags:
        assert sum(t == tag for t, _ in found.tags) == sum(t == tag for t, _ in expected.tags)
    assert not any(name.startswith("on") for _, attrs in found.tags for name in attrs)
    assert words in "".join(found.words)


def test_control_characters_are_shown() -> None:
    """A right-to-left override or a NUL stands there by its number and turns nothing."""
    safe = example_ledger.ledger(only=("01.txt",))
    bad = replace(safe, title="10 \u202e dead\u2066 \x00 \ud800")
    found = render_html(bad)
    assert "⟦U+202E⟧" in found
    assert "⟦U+2066⟧" in found
    assert "⟦U+0000⟧" in found
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\ud800-\udfff]", found)
    found.encode("utf-8")
