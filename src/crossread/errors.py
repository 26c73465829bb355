"""What can go wrong, named for what the caller should do.

CrossreadError
├── UsageError      the command was given something it cannot use: one line, exit 2
├── NothingToRead   every input was set aside: one line, exit 1
└── SkipReport      this report cannot be used: set aside with its code and reason, the rest goes on
"""


class CrossreadError(Exception):
    """Anything Crossread raises on purpose."""


class UsageError(CrossreadError):
    """The command was given something it cannot use."""


class NothingToRead(CrossreadError):
    """Every input was set aside."""


class SkipReport(CrossreadError):
    """This report cannot be used; `code` is the stable word, the message the reason."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
