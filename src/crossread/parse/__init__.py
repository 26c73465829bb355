"""A report in; the report with sentences, tokens and, where a later step needs it, syntax out."""

from crossread.parse.parser import Parser

__all__ = ["Parser"]
