"""Pages of news sites: the main text comes out, scripts and menus do not, and every block leads back to the page."""

from crossread.clean import clean
from crossread.model.report import Report
from crossread.model.source import Source

PAGE = """<!doctype html><html lang="en"><head><title>Quake kills 40 in the north | Daily Lantern</title>
<meta property="og:site_name" content="Daily Lantern">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-05T09:30:00+00:00"}</script>
<script>var teaser = "<p>99 dead in old story</p>";</script><style>p::before{content:"77 dead"}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie-banner">We value your privacy. <button>Accept 812 partners</button></div>
<article><h1>Quake kills 40 in the north</h1><p class="byline">By Jane Roe</p>
<p>At least 40 people were killed when an earthquake struck the north on Tuesday, the interior ministry said,
and some 200 were hurt &amp; taken to hospital in the caf&eacute; town of Lorne.</p>
<h2>What we know</h2><ul><li>Killed: 40</li><li>Injured: 200</li></ul>
<table><tr><th>Area</th><th>Dead</th><th>Injured</th></tr><tr><td>North</td><td>30</td><td>150</td></tr>
<tr><td>South</td><td>10</td><td>50</td></tr></table>
<p>&#8220;We heard a <b>noise</b>,&#8221; said a man. Nobody knows how many are missing, a spokesman for the ministry
told reporters late on Tuesday evening in the capital. <span>\u202enote\u202c</span></p></article>
<aside><h3>Most read</h3><ul><li><a href="x">Five dead in crash</a></li></ul></aside>
<footer>&copy; 2024 Daily Lantern. Join 25,000 readers.</footer></body></html>"""


def page() -> Report:
    report = clean(Source("quake.html", PAGE.encode()))
    assert isinstance(report, Report)
    return report


def test_main_text_without_scripts_menus_and_teasers() -> None:
    text = page().text
    assert "At least 40 people were killed" in text
    for stray in ("99 dead", "77 dead", "partners", "Five dead", "25,000", "World"):
        assert stray not in text


def test_title_outlet_and_stated_dates() -> None:
    report = page()
    assert report.title == "Quake kills 40 in the north"
    assert report.outlet == "Daily Lantern"
    assert report.stated[:2] == ("2024-03-05T10:00:00Z", "2024-03-05T09:30:00+00:00")


def test_lists_and_tables_keep_their_layout() -> None:
    report = page()
    kinds = [block.kind for block in report.blocks]
    assert kinds.count("item") == 2
    rows = [block for block in report.blocks if block.kind == "row"]
    assert [[report.text[a:b] for a, b in row.cells] for row in rows] == [
        ["Area", "Dead", "Injured"],
        ["North", "30", "150"],
        ["South", "10", "50"],
    ]
    assert rows[1].header is not None
    assert report.blocks[rows[1].header] is rows[0]


def test_every_block_leads_back_to_the_page() -> None:
    report = page()
    assert len(report.origin) == len(report.blocks)
    for offset, at in report.origin:
        word = report.text[offset:].split()[0][:4]
        assert PAGE[at : at + len(word)] == word


def test_page_is_told_by_its_first_words_where_it_has_no_name() -> None:
    report = clean(Source("stdin", PAGE.encode()))
    assert isinstance(report, Report)
    assert report.title == "Quake kills 40 in the north"


def test_live_page_keeps_the_times_of_its_entries() -> None:
    entry = (
        '<article><time datetime="2024-06-12">{0}</time><h2>{1}</h2><p>{2} people have been taken '
        "from the water by now, the county governor told reporters at the quay.</p></article>"
    )
    entries = (
        ("21:15", "Search ends", "Eleven"),
        ("19:40", "Nine dead", "Nine"),
        ("17:05", "First", "Two"),
    )
    body = "".join(entry.format(*words) for words in entries)
    found = clean(
        Source(
            "live.html", f"<html><body><h1>Bridge live: nine dead</h1>{body}</body></html>".encode()
        )
    )
    assert isinstance(found, Report)
    stamps = [
        found.text[block.start : block.end] for block in found.blocks if block.kind == "stamp"
    ]
    assert stamps == ["21:15 Search ends", "19:40 Nine dead", "17:05 First"]


def test_table_that_only_lays_out_the_page_becomes_paragraphs() -> None:
    prose = (
        "A fire in a boarding house in the Old Town killed seven people on Sunday night, the fire brigade "
        "said, and another twelve were taken to hospital with burns, three of them children under ten."
    )
    menu = "<td><a href=a>News</a><br><a href=b>Sport</a></td>"
    rows = f"<tr>{menu}<td><b>Fire kills 7</b><br><br>{prose}<br><br>{prose}</td></tr>"
    found = clean(Source("old.html", f"<html><body><table>{rows}</table></body></html>".encode()))
    assert isinstance(found, Report)
    bodies = [found.text[block.start : block.end] for block in found.blocks if block.kind == "body"]
    assert bodies == [prose, prose]
