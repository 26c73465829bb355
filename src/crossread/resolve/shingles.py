"""Texts come in as sets of five-word runs; the pairs that may share a part of any length go out.

Of few texts every pair that shares a run is looked at; of many, those that MinHash for containment (datasketch) finds.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from zlib import crc32

from datasketch import MinHash, MinHashLSHEnsemble

SHINGLE = 5
"""Words in a shingle: long enough that two independent texts share few, short enough to survive an edited word."""
MANY_TEXTS = 400
"""From so many texts on, the pairs that share any run are too many to count each."""
HASHES = 128
SOUGHT = 0.1
"""Containment that MinHash looks for, below what makes a copy, since it only estimates."""
Shingle = tuple[str, ...]


def shingled(text: str) -> set[Shingle]:
    """Every run of `SHINGLE` words of a text, without case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def candidates(shingles: Sequence[set[Shingle]]) -> list[tuple[int, int]]:
    """The pairs of texts, by their indexes in order, that may share so much that one is the other's copy."""
    return hashed(shingles) if len(shingles) >= MANY_TEXTS else sharing(shingles)


def sharing(shingles: Sequence[set[Shingle]]) -> list[tuple[int, int]]:
    """Every pair of texts that share a run."""
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for index, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(index)
    return sorted({pair for held in holders.values() for pair in combinations(held, 2)})


def hashed(shingles: Sequence[set[Shingle]]) -> list[tuple[int, int]]:
    """The pairs that MinHash finds likely to hold a tenth of one another."""
    sketches = [(index, sketch(own), len(own)) for index, own in enumerate(shingles) if own]
    index = MinHashLSHEnsemble(threshold=SOUGHT, num_perm=HASHES, num_part=16)
    index.index(sketches)
    found = {
        (min(one, other), max(one, other))
        for one, own, size in sketches
        for other in index.query(own, size)
        if one != other
    }
    return sorted(found)


def sketch(shingles: set[Shingle]) -> MinHash:
    """The MinHash of a text's runs, the same on every machine."""
    made = MinHash(num_perm=HASHES, seed=1, hashfunc=crc32)
    made.update_batch([" ".join(shingle).encode() for shingle in sorted(shingles)])
    return made
