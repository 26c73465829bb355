"""Takes a quantity in its text; names why it is no count of people or homes, or None."""

from crossread.model.figure import Quantity
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside

REFUSALS: dict[str, str] = {}
"""Every refusal's code and the sentence that explains it."""


def refusal(text: str, quantity: Quantity) -> str | None:
    """The code of the refusal that applies to `quantity` in `text`."""
    return None


def refuse(parsed: Parsed, quantity: Quantity) -> SetAside | None:
    """The quantity set aside under its refusal's name, or None where it may be a count."""
    return None
