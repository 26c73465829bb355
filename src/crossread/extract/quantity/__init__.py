"""Takes plain text; gives quantities with their bounds, and names why a number is no count of people or homes."""

from crossread.extract.quantity.find import find_quantities
from crossread.extract.quantity.refusals import REFUSALS, refusal, refuse

__all__ = ["REFUSALS", "find_quantities", "refusal", "refuse"]
