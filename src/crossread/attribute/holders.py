"""A claim and somebody who denies something come in; whether the claim is his own, or another's, goes out."""

from crossread.attribute.quotations import quotations_in
from crossread.attribute.speakers import Mention
from crossread.attribute.untruths import OWN_WORDS
from crossread.model.claim import Claim
from crossread.model.sentence import Parsed


def is_own(claim: Claim, speaker: Mention | None) -> bool:
    """Whether a claim is the denier's own, by his words or his body."""
    if speaker is None or claim.source is None:
        return False
    return claim.source == speaker.words or (
        claim.source_party is not None and claim.source_party == speaker.party
    )


def is_others(claim: Claim, speaker: Mention | None) -> bool:
    """Whether a claim is somebody else's than who denies: the report for its part denies nothing it says itself."""
    if speaker is None:
        return claim.source is not None
    unlike = claim.source_party is None or claim.source_party != speaker.party
    return claim.source != speaker.words and (claim.source is None or unlike)


def is_named(owner: str, claim: Claim) -> bool:
    """Whether an owner's last word, or its letters as initials ("U.N."), stand in the name of a claim's speaker."""
    last = owner.casefold().split()[-1]
    words = f"{claim.source or ''} {claim.source_party or ''}".casefold().split()
    initials = "".join(word[0] for word in words)
    short = last.replace(".", "")
    return last in words or short in words or (owner.isupper() and short in initials)


def is_loose(parsed: Parsed, claim: Claim) -> bool:
    """Whether the report only quotes a figure, or tells that it gave it out once: it may deny it in its own voice."""
    at, sentence = claim.figure.quantity.start, parsed.sentences[claim.figure.sentence]
    text = parsed.report.text
    quoted = quotations_in(text, sentence.start, sentence.end)
    said = OWN_WORDS.search(text, sentence.start, sentence.end)
    return said is not None or any(q.start <= at < q.end for q in quoted)
