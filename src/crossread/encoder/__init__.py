"""The encoder as the networks use it: words cut into its pieces, and graphs run on the CPU.

The parser and the decision network share it.
"""

from crossread.encoder.graph import Graph, Session, batches
from crossread.encoder.pieces import SHAPES, VOCABULARY, Pieces, WordPieces

__all__ = ["SHAPES", "VOCABULARY", "Graph", "Pieces", "Session", "WordPieces", "batches"]
