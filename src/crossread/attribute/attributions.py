"""All attributions of a report: sentences come in, Findings with their speakers traced back go out, in text order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.attribute import bodies, counters, cues, nounal, openings, sources, verbs, wording
from crossread.attribute.brackets import labelled_brackets
from crossread.attribute.clauses import clauses_in
from crossread.attribute.contents import widened
from crossread.attribute.findings import Finding, Range, characters, unstamped
from crossread.attribute.labels import colon_finding
from crossread.attribute.quotations import Quotations
from crossread.attribute.speakers import OWNERS, PRONOUNS, Mention, Speakers, kind_of
from crossread.attribute.turns import turns_of
from crossread.lexicon import load
from crossread.model.sentence import Parsed, Sentence

DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
NOBODY = frozenset({"nobody", "none", "neither", "no"})
FIRST_PERSON = frozenset({"i", "we", "us", "our", "my"})
RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A Finding with its speaker: `speaker` is None for "we", for nobody, and where no name could be traced."""

    finding: Finding
    speaker: Mention | None
    carrier: Mention | None = None

    @property
    def size(self) -> int:
        """Characters of the content; the smaller content is the inner one."""
        return sum(end - start for start, end in self.finding.content)

    def covers(self, offset: int) -> bool:
        """Whether the content holds a character offset."""
        return any(start <= offset < end for start, end in self.finding.content) or self.reaches(
            offset
        )

    def reaches(self, offset: int) -> bool:
        """Whether an offset stands in what the verb opens, be it behind the content's own end."""
        reach = self.finding.reach
        return reach is not None and reach[0] <= offset < reach[1]


def block_kind(parsed: Parsed, sentence: Sentence) -> str:
    """The layout kind of the sentence's block, "body" where it has none."""
    blocks = parsed.report.blocks
    return blocks[sentence.block].kind if 0 <= sentence.block < len(blocks) else "body"


def limits(parsed: Parsed, sentence: Sentence) -> Range:
    """The offsets of the block that a sentence stands in."""
    blocks = parsed.report.blocks
    if 0 <= sentence.block < len(blocks):
        return blocks[sentence.block].start, blocks[sentence.block].end
    return sentence.start, sentence.end


def attributions_of(parsed: Parsed, quotes: Quotations, speakers: Speakers) -> list[Attribution]:
    """Every attribution of a report, in text order, quotations that go on after it included."""
    known = known_bodies(parsed)
    labels = {turn.label_at[0] for turn in turns_of(parsed)}
    found: list[Attribution] = []
    for sentence in parsed.sentences:
        if block_kind(parsed, sentence) == "boilerplate":
            continue
        fresh = [
            finding
            for finding in findings_in(parsed, sentence, quotes, speakers, known)
            if not (
                finding.rule == "colon" and labels & set(range(sentence.start, sentence.start + 4))
            )
        ]
        if (
            not fresh
            and found
            and (grown := continued(parsed, sentence, found[-1], quotes)) is not None
        ):
            found[-1] = grown
            continue
        for finding in fresh:
            limit = limits(parsed, sentence)
            spans = tuple(
                sorted(widened(parsed.doc, span, quotes, limit) for span in finding.content)
            )
            source = unstamped(parsed.doc, finding.source)
            finding = replace(finding, content=spans, source=source)
            speaker = speaker_of(parsed, finding.source, sentence, speakers)
            carrier = speaker_of(parsed, finding.carrier, sentence, speakers)
            if speaker is not None and finding.kind in cues.CLAIM_KINDS:
                speakers.spoke(speaker)
                if finding.source is not None and speaker.kind == "body":
                    speakers.also_called(
                        list(parsed.doc[finding.source[0] : finding.source[1]]), speaker
                    )
            found.append(Attribution(finding, speaker, carrier))
    return found


def findings_in(
    parsed: Parsed,
    sentence: Sentence,
    quotes: Quotations,
    speakers: Speakers,
    known: frozenset[str],
) -> Iterator[Finding]:
    """What each family of rules finds in one sentence."""
    if sentence.parsed:
        clauses = clauses_in(parsed.doc, sentence)
        yield from verbs.verb_findings(sentence, clauses, quotes)
        yield from counters.counter_findings(parsed, sentence, clauses, speakers)
        yield from nounal.noun_findings(parsed, sentence)
    yield from openings.according_findings(parsed, sentence)
    yield from openings.listed_findings(parsed, sentence)
    yield from labelled_brackets(parsed, sentence)
    for finding in (
        openings.headline_finding(parsed, sentence, block_kind(parsed, sentence)),
        colon_finding(parsed, sentence, speakers, known),
        openings.bracket_finding(parsed, sentence, block_kind(parsed, sentence)),
        openings.dash_finding(parsed, sentence),
    ):
        if finding is not None:
            yield finding


def known_bodies(parsed: Parsed) -> frozenset[str]:
    """Acronyms and body names that the report uses more than once or spells out, for labels and brackets."""
    seen: dict[str, int] = {}
    for token in parsed.doc:
        if token.text.isupper() and 1 < len(token.text) <= 8:
            seen[token.text] = seen.get(token.text, 0) + 1
    return frozenset(word for word, count in seen.items() if count > 1)


def continued(
    parsed: Parsed, sentence: Sentence, last: Attribution, quotes: Quotations
) -> Attribution | None:
    """The last attribution with this sentence's quotation added, where it goes on in the same paragraph."""
    if last.finding.kind not in ("say", "ask", "think") or not last.finding.content:
        return None
    before = parsed.sentences[last.finding.sentence]
    if before.block != sentence.block:
        return None
    quote = quotes.at(sentence.start)
    end = last.finding.content[-1][1]
    if quote is None or (
        quotes.at(last.finding.content[-1][0]) is None and quotes.at(end - 1) is None
    ):
        return None
    if quote.start < sentence.start and end >= quote.start:
        spans = (
            *last.finding.content[:-1],
            (last.finding.content[-1][0], max(end, min(quote.end, limits(parsed, sentence)[1]))),
        )
    else:
        spans = (*last.finding.content, (quote.start, min(quote.end, limits(parsed, sentence)[1])))
    return replace(last, finding=replace(last.finding, content=spans))


def speaker_of(
    parsed: Parsed, source: Range | None, sentence: Sentence, speakers: Speakers
) -> Mention | None:
    """Who a source phrase stands for, pronouns and offices traced back within the report."""
    if source is None:
        return None
    doc = parsed.doc
    tokens = list(doc[source[0] : source[1]])
    if len(tokens) > 1 and tokens[-1].text in wording.POSSESSIVE:
        source, tokens = (source[0], source[1] - 1), tokens[:-1]
    low = tokens[0].text if is_acronym(tokens[0].text) else tokens[0].lower_
    if len(tokens) == 1 and low in RELATIVES:
        head = sources.antecedent(tokens[0])
        inner = sources.phrase(head, tokens[0]) if head is not None else None
        return speaker_of(parsed, inner, sentence, speakers) if inner != source else None
    if len(tokens) == 1 and low in PRONOUNS:
        return speakers.behind_pronoun(low, sentence.index) or bare(tokens, sentence)
    if low in FIRST_PERSON and len(tokens) == 1:
        return None
    if low in NOBODY:
        return None
    if low in OWNERS and len(tokens) == 1:
        return speakers.behind_pronoun(OWNERS[low], sentence.index)
    described = owned(parsed, tokens, bodies.described(tokens), sentence, speakers)
    if described.name is not None:
        person = speakers.of_name(described.name)
        party = described.party or (person.party if person else None)
        role = described.role or (person.role if person else None)
        at = described.name_at or characters(doc, source)
        return Mention(described.name, at, sentence.index, party, "person", role)
    return unnamed(parsed, tokens, described, sentence, speakers)


def is_acronym(text: str) -> bool:
    """Whether capitals make a pronoun's letters a name: WHO, US, IT."""
    return len(text) > 1 and text.isupper()


def owned(
    parsed: Parsed,
    tokens: wording.Tokens,
    described: bodies.Described,
    sentence: Sentence,
    speakers: Speakers,
) -> bodies.Described:
    """The body behind "his ministry", "its mayor", "their embassy", "one of its officials": the owner's."""
    owner = next((t for t in tokens[:4] if t.lower_ in OWNERS and t.tag_ in ("PRP$", "PRP")), None)
    if owner is None:
        return described
    pronoun = OWNERS[owner.lower_]
    known = speakers.behind_pronoun(pronoun, sentence.index)
    rest = [t for t in tokens if t.i > owner.i]
    if pronoun in ("he", "she"):
        party = known.party if known else None
    elif (
        any(t.lower_ in load("reporting")["roles"]["of places"] for t in rest[:4]) or known is None
    ):
        party = nearest_name(parsed, owner.i, sentence)
    else:
        party = (
            subject_name(parsed, sentence) or known.party or nearest_name(parsed, owner.i, sentence)
        )
    return replace(described, party=party or described.party) if party else described


def subject_name(parsed: Parsed, sentence: Sentence) -> str | None:
    """The body that is the subject of the sentence before: what "its spokesman" most plainly belongs to."""
    if sentence.index == 0 or parsed.sentences[sentence.index - 1].block != sentence.block:
        return None
    for token in parsed.span(parsed.sentences[sentence.index - 1]):
        if token.dep_ == "nsubj" and (source := sources.phrase(token, token.head)):
            described = bodies.described(list(parsed.doc[source[0] : source[1]]))
            return described.party if described.body else None
    return None


def nearest_name(parsed: Parsed, before: int, sentence: Sentence) -> str | None:
    """The last place or people named before a possessive, in its sentence or the one before."""
    first = parsed.sentences[max(0, sentence.index - 1)].first
    doc = parsed.doc
    for at in range(before - 1, first - 1, -1):
        token = doc[at]
        if (
            token.pos_ == "PROPN"
            and wording.capital(token)
            and token.lower_ not in DAYS
            and not wording.is_role(token)
        ):
            start = at
            while (
                start > first and doc[start - 1].pos_ == "PROPN" and wording.capital(doc[start - 1])
            ):
                start -= 1
            return wording.text_of(list(doc[start : at + 1]))
    return None


def bare(tokens: wording.Tokens, sentence: Sentence) -> Mention:
    """A pronoun that could not be traced: somebody speaks, nobody can say who."""
    at = (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    kind = {"it": "body", "they": "group"}.get(tokens[0].lower_, "person")
    return Mention(wording.text_of(tokens), at, sentence.index, None, kind)


def unknown_name(clean: wording.Tokens, tokens: wording.Tokens, speakers: Speakers) -> bool:
    """Whether a single capitalised word is nobody's known name: more likely a surname than a body."""
    if len(clean) != 1 or not wording.capital(clean[0]) or tokens[0].lower_ == "the":
        return False
    word = clean[0].text
    known = wording.is_body(clean[0]) or wording.is_role(clean[0]) or word in speakers.places
    return not known and word[1:].islower()


def unnamed(
    parsed: Parsed,
    tokens: wording.Tokens,
    described: bodies.Described,
    sentence: Sentence,
    speakers: Speakers,
) -> Mention | None:
    """A speaker without a personal name: a surname alone, a body, an office, or people."""
    core = wording.segments(tokens)[0] if wording.segments(tokens) else list(tokens)
    core = core[
        : next((i for i, t in enumerate(core) if i and t.lower_ in wording.RELATIVE), len(core))
    ]
    clean = wording.stripped(core)
    words, at = wording.text_of(core), (core[0].idx, core[-1].idx + len(core[-1]))
    if (
        len(clean) == 1
        and wording.capital(clean[0])
        and (person := speakers.of_name(clean[0].text) or speakers.of_name(clean[0].text.title()))
    ):
        return Mention(words, at, sentence.index, person.party, "person", person.role)
    noun = next((t.lower_ for t in reversed(clean) if wording.is_role(t) or wording.is_body(t)), "")
    if (
        len(clean) == 1
        and noun
        and not (
            wording.capital(clean[0])
            and tokens[0].lower_ != "the"
            and not wording.is_role(clean[0])
            and clean[0].i != sentence.first
        )
    ) and (tokens[0].lower_ in {"the", "this", "that", "its", "same"} or len(tokens) == 1):
        known = speakers.behind_role(noun, at[0], sentence.index)
        if noun in {"source", "sources"} and any(token.lower_ == "same" for token in tokens):
            known = speakers.last_unnamed(sentence.index) or known
        if known is not None and tokens[0].lower_ in {"the", "this", "that", "same"}:
            return Mention(words, at, sentence.index, known.party, known.kind, known.role, noun)
    if unknown_name(clean, tokens, speakers):
        return Mention(words, at, sentence.index, None, "person", None, noun)
    kind = kind_of(described, core)
    return Mention(words, at, sentence.index, described.party, kind, described.role, noun)
