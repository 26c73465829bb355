"""Two ledgers of one event come in; what has changed between them goes out.

Works on the JSON that `crossread ledger --format json` writes, so that yesterday's ledger can be kept as a file.
"""

from crossread.diff.changes import Change, changes
from crossread.diff.saved import Saved, read_saved

__all__ = ["Change", "Saved", "changes", "read_saved"]
