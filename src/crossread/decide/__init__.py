"""Step 6: claims as the rules read them come in; the same claims, decided anew by a trained network, go out.

Weights in `model/`, trained by `training/` on our own annotated texts.
"""

from crossread.decide.step import Decider

__all__ = ["Decider"]
