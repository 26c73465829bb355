"""Figures and sentences come in; claims with source, chain and stance, and attributed statements, go out."""

from crossread.attribute.step import attribute

__all__ = ["attribute"]
