"""A Ledger comes in; one self-contained HTML file goes out: no request leaves it, every report is escaped."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from crossread.model.ledger import Ledger
from crossread.report.dossier import dossier
from crossread.report.shown import visible
from crossread.report.speakers import short_name


def render_html(ledger: Ledger) -> str:
    """The dossier of one event as one HTML file; the same bytes for the same ledger."""
    style, script = asset("style.css"), asset("script.js")
    page = (
        environment()
        .get_template("page.html")
        .render(
            page=dossier(ledger),
            style=Markup(style),  # our own file, not a report's words
            script=Markup(script),
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )
    return page + "\n"


@cache
def environment() -> Environment:
    """Templates with autoescape; a name that is not there is an error."""
    found = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=safe,
    )
    found.filters["short"] = short_name
    return found


@cache
def asset(name: str) -> str:
    """A file of the page's own, as package data."""
    return (files("crossread.report") / "templates" / name).read_text(encoding="utf-8")


def safe(found: object) -> object:
    """What a template prints: a report's words with control characters made visible (autoescape does the rest)."""
    return visible(found) if type(found) is str else found
