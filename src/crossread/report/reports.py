"""Reports and set-aside items come in; the list of reports and the list of what was not used go out."""

from dataclasses import dataclass

from crossread.model.report import Report
from crossread.model.source import SetAside
from crossread.report.index import Index
from crossread.report.wording import counted, when

BASIS = {"stated": "stated", "inferred": "inferred", "unknown": "not known"}
LONGEST_TITLE = 100
LANGUAGES = {"en": "English"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One report as the list shows it."""

    id: str
    name: str
    title: str
    outlet: str
    agency: str
    published: str
    basis: str
    why: str
    copies: tuple[tuple[str, str, str], ...]
    """(id of the original, its name, what they share)."""
    language: str
    figures: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Everything set aside for one reason."""

    code: str
    reason: str
    many: int
    found: tuple[tuple[str, str], ...]
    """(the words, the report's name)."""


def listed(index: Index) -> tuple[Listed, ...]:
    """Every report, in order of publication, undated ones last."""
    reports = sorted(
        index.ledger.reports,
        key=lambda r: (r.published is None, r.published.last if r.published else 0, r.name),
    )
    return tuple(entry(report, index) for report in reports)


def entry(report: Report, index: Index) -> Listed:
    """One report's line."""
    figures = sum(1 for claim in index.ledger.claims if claim.report == report.name)
    copies = tuple(
        (index.anchors.report(copy.original), copy.original, f"{copy.kind}: {copy.why}")
        for copy in index.ledger.copies
        if copy.report == report.name
    )
    return Listed(
        id=index.anchors.report(report.name),
        name=report.name,
        title=shortened(report.title),
        outlet=report.outlet or "",
        agency=report.agency or "",
        published=when(report.published),
        basis=BASIS[report.published_basis],
        why=report.published_why,
        copies=copies,
        language=LANGUAGES.get(report.language, report.language),
        figures=counted(figures, "figure"),
    )


def shortened(title: str) -> str:
    """A title that fits a line or two; a report without one has its first sentence there."""
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def set_aside(items: tuple[SetAside, ...]) -> tuple[Aside, ...]:
    """Refused numbers by their code, the most frequent first."""
    groups: dict[str, list[SetAside]] = {}
    for one in items:
        if one.start is not None:
            groups.setdefault(one.code, []).append(one)
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(
        Aside(
            code.replace("_", " "), found[0].reason, len(found),
            tuple((" ".join(one.quote.split()), one.report) for one in found),
        )
        for code, found in ranked
    )  # fmt: skip


def unread(items: tuple[SetAside, ...]) -> tuple[SetAside, ...]:
    """Whole reports that were not used."""
    return tuple(one for one in items if one.start is None)
