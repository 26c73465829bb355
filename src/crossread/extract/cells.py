"""A report's table rows and the figures read from them come in; the cells' numbers that no rule could read go out."""

from crossread.extract.headings import names_goods, names_no_people
from crossread.extract.quantity import find_quantities, refusal
from crossread.model.figure import Figure
from crossread.model.report import Block
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside

CODE = "cell"
REASON = "a number in a table whose column and row do not say what is counted"


def unread(parsed: Parsed, taken: frozenset[int]) -> list[SetAside]:
    """The plain numbers of the rows' cells, first column apart, whose starts are not among the figures' (`taken`)."""
    text, found = parsed.report.text, list[SetAside]()
    for block in parsed.report.blocks:
        if block.kind == "row":
            found += [
                aside
                for n, (start, end) in enumerate(block.cells)
                if n and not _holds_no_people(parsed, block, n)
                for aside in _of_cell(parsed, block, (start, end))
                if aside.start not in taken and text[start:end].strip()
            ]
    return found


def _holds_no_people(parsed: Parsed, block: Block, n: int) -> bool:
    """True under a head that names a measure, a thing or a date: "Capacity", "Beds", "Updated"."""
    heads = parsed.report.blocks[block.header].cells if block.header is not None else ()
    return n < len(heads) and names_no_people(parsed.report.text[slice(*heads[n])])


def _of_goods(parsed: Parsed, block: Block) -> bool:
    """True for a row whose first cell names goods: "Blankets | 900 | 350"."""
    return bool(block.cells) and names_goods(parsed.report.text[slice(*block.cells[0])])


def _of_cell(parsed: Parsed, block: Block, cell: tuple[int, int]) -> list[SetAside]:
    text, asides = parsed.report.text, list[SetAside]()
    sentence = parsed.sentence_at(block.start)
    code = "goods" if _of_goods(parsed, block) else CODE
    for quantity in find_quantities(text, *cell):
        bare = quantity.vague is None and quantity.low not in (None, 0)
        if bare and sentence is not None and refusal(text, quantity) in (None, "thing"):
            start, end = quantity.start, quantity.end
            doubtful = Figure(
                quantity, start, end, sentence.index, "person", "people", "present",
                f"refused: {CODE}", quantity.core[0], "",
            )  # fmt: skip
            name = parsed.report.name
            asides.append(SetAside(name, code, REASON, start, end, text[start:end], doubtful))
    return asides
