"""Language as data: word lists in TOML, read once and handed to the steps as plain dicts."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str, language: str = "en") -> dict[str, Any]:
    """The word list `name` ("numbers", "conditions") of a language, as the TOML file has it."""
    text = (files("crossread.lexicon") / language / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
