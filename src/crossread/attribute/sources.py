"""Who a reporting verb speaks for: the verb's token comes in, the token range of its source goes out."""

from typing import TYPE_CHECKING

from crossread.attribute.findings import Range, children, is_child, subtree, trimmed, whole

if TYPE_CHECKING:
    from spacy.tokens import Token

STEPS = 5
"""How many heads an inherited subject may be looked for: "went on to be quoted as saying" has three."""

INHERITS = ("conj", "xcomp", "advcl")
BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "got", "gets"}
)
FRONT = ("cc", "case", "mark", "punct", "advmod", "discourse")


def is_passive(verb: "Token") -> bool:
    """Whether the verb stands in the passive, so that its subject is no speaker."""
    helpers = {
        child.lower_ for child in verb.children if is_child(child, "aux") and child.i < verb.i
    }
    if helpers & BE:
        return verb.tag_ in ("VBN", "VBD")
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def agent_of(verb: "Token") -> "Token | None":
    """The "by" phrase of a passive."""
    for child in children(verb, "obl"):
        if child.dep_ == "obl:agent" or any(c.lower_ == "by" for c in children(child, "case")):
            return child
    return None


def own_subject(verb: "Token") -> "Token | None":
    """The verb's own subject, on either side of it."""
    subjects = [
        child for child in verb.children if is_child(child, "nsubj") and child.dep_ != "nsubj:outer"
    ]
    return subjects[0] if subjects else None


def subject_of(verb: "Token") -> "Token | None":
    """The verb's subject, inherited over "and", "to" and participles where it has none of its own."""
    current = verb
    for _ in range(STEPS):
        subject = own_subject(current)
        if subject is not None:
            return subject
        if current.dep_ == "acl":
            return current.head
        if not is_child(current, *INHERITS) or current.head == current:
            return None
        if is_child(current, "advcl") and current.tag_ not in ("VBG", "VBN", "VB", ""):
            return None
        current = current.head
    return None


def phrase(head: "Token", barrier: "Token | None" = None) -> Range | None:
    """The token range of a noun phrase, its appositions and relative clauses included, edges cleaned."""
    dropped = [
        child
        for child in head.children
        if child.dep_ in ("cc", "case", "mark", "discourse") and child.i < head.i
    ]
    dropped += children(head, "parataxis", "list", "reparandum", "orphan", "dep")
    if barrier is not None:
        dropped += [
            child for child in head.children if child.i == barrier.i or child.is_ancestor(barrier)
        ]
    tokens = subtree(head, dropped)
    run = [head]
    for token in reversed([t for t in tokens if t.i < head.i]):
        if token.i == run[0].i - 1:
            run.insert(0, token)
    for token in [t for t in tokens if t.i > head.i]:
        if token.i == run[-1].i + 1:
            run.append(token)
    first, last = whole(run)
    doc = head.doc
    while (
        last < len(doc) and (barrier is None or last < barrier.i or first > barrier.i)
        and doc[last].pos_ == "PROPN" and doc[last - 1].pos_ == "PROPN" and doc[last].is_sent_start is not True
    ):  # fmt: skip
        last += 1
    return trimmed(doc, first, last)


def antecedent(pronoun: "Token") -> "Token | None":
    """The noun that a relative "who" or "which" takes up."""
    verb = pronoun.head
    for _ in range(STEPS):
        if verb.dep_ == "acl:relcl":
            return verb.head
        if not is_child(verb, "conj", "xcomp", "ccomp") or verb.head == verb:
            return None
        verb = verb.head
    return None


def left_edge(head: "Token") -> int:
    """The index of the first token of a noun phrase before its head."""
    return min(
        [
            head.i,
            *(
                child.left_edge.i
                for child in head.children
                if child.i < head.i and child.dep_ != "punct"
            ),
        ]
    )
