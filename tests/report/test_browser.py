"""The page in a real browser: no message on the console, no request, nothing wider than a phone."""

from pathlib import Path

import pytest
from tests.report import example_ledger
from tests.report.browser import CHROMIUM, browser

from crossread.report import render_html

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: the page is not opened")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    path.write_text(render_html(example_ledger.ledger()), encoding="utf-8")
    return path


def test_nothing_is_said_and_nothing_leaves(page: Path, tmp_path: Path) -> None:
    with browser(tmp_path) as found:
        found.show(page)
        assert found.messages() == []
        assert found.requests() == [page.resolve().as_uri()]
        assert found.run("document.querySelectorAll('svg.chart').length") > 3


def test_it_fits_a_phone(page: Path, tmp_path: Path) -> None:
    with browser(tmp_path) as found:
        found.show(page, width=390, dark=True)
        assert found.run("document.documentElement.scrollWidth") <= 390
        assert found.messages() == []


def test_a_link_opens_what_it_leads_into(page: Path, tmp_path: Path) -> None:
    """A question inside a closed list is opened when a mark's link leads to it."""
    with browser(tmp_path) as found:
        found.show(page)
        found.run("document.querySelector('details.once').open = false")
        row = found.run("document.querySelector('details.once tr[id]').id")
        found.run(f"location.hash = '{row}'; new Promise(done => setTimeout(done, 200))")
        assert found.run("document.querySelector('details.once').open") is True
