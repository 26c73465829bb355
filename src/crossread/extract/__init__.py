"""Step 4. Takes a parsed report; gives its figures: quantities of people, households and buildings in some condition.

Numbers that are no figures come back set aside, each under the name of its refusal.
"""

from crossread.extract.figures import extract

__all__ = ["extract"]
