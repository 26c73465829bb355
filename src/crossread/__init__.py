"""Crossread: who said what, when, and where the accounts part."""

__version__ = "0.1.0"
