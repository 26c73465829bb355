"""Date phrases in prose: what the grammar finds, what it leaves alone, and the days that are meant."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.date.calendar import Anchor, resolve
from crossread.date.elapsed import elapsed, months_gone, years_gone
from crossread.date.phrases import find

NOW = date(2023, 9, 14)  # a Thursday
THEN = date(2023, 9, 11)
EVENT = date(2023, 9, 8)

READ = [
    # weekdays: the six days before, the same day, parts of the day
    ("The ministry said on Wednesday that", "2023-09-13"),
    ("The ministry said Thursday that", "2023-09-14"),
    ("the wall gave way late on Saturday", "2023-09-09"),
    ("until Friday night nobody came", "2023-09-08"),
    ("on Sunday morning", "2023-09-10"),
    ("A Tuesday evening briefing", "2023-09-12"),
    ("last Thursday", "2023-09-07"),
    ("last Monday night", "2023-09-11"),
    ("next Tuesday", "2023-09-19"),
    ("this Thursday", "2023-09-14"),
    ("on Tuesday afternoon of last week", "2023-09-05"),
    ("MONDAY", "2023-09-11"),
    ("on Wed", "2023-09-13"),
    ("between Sunday and Tuesday", "2023-09-12"),
    ("from Sunday night until Tuesday morning", "2023-09-12"),
    ("on the first day of the assault", "2023-09-08"),
    ("in the first three days", "2023-09-10"),
    ("on the eve of the assault", "2023-09-07"),
    ("last Friday and Saturday", "2023-09-09"),
    # days of the month in every order
    ("on September 3", "2023-09-03"),
    ("on Sept. 3, rescuers", "2023-09-03"),
    ("on 3 September 2021", "2021-09-03"),
    ("the 3rd of September", "2023-09-03"),
    ("September 3rd, 2021", "2021-09-03"),
    ("Friday, 3 September 2021", "2021-09-03"),
    ("03/September/2021", "2021-09-03"),
    ("2021-09-03", "2021-09-03"),
    ("03.09.2021 07:10", "2021-09-03"),
    ("9/23/2021", "2021-09-23"),
    ("Fri 3 Sep 2021, 1:12 AM", "2021-09-03"),
    ("as of 11 August", "2023-08-11"),
    ("as of the evening of 4 August", "2023-08-04"),
    ("on 20 December", "2022-12-20"),
    ("(12/9)", "2023-09-12"),
    ("Tue 12/9", "2023-09-12"),
    ("in its communication of 12/9", "2023-09-12"),
    ("on the 9th, by the count", "2023-09-09"),
    ("since the 20th.", "2023-08-20"),
    # stretches of days: told by their last
    ("from 1 to 7 September", "2023-09-07"),
    ("6-8 September 2023", "2023-09-08"),
    ("on 9 and 10 September", "2023-09-10"),
    ("the night of 7 to 8 September", "2023-09-08"),
    ("September 6–8, 2023", "2023-09-08"),
    ("at the weekend", "2023-09-10"),
    ("last week", "2023-09-10"),
    # months and years
    ("in February 2021", "2021-02"),
    ("After the landslide of January 2010", "2010-01"),
    ("in August", "2023-08"),
    ("by December", "2022-12"),
    ("last July", "2023-07"),
    ("last month", "2023-08"),
    ("in 2013 rebels", "2013"),
    ("since 2019", "2019"),
    ("the storm of 1957", "1957"),
    ("the war of 1975-90", "1990"),
    ("in mid-2021", "2021-07-31"),
    ("at the end of 2022", "2022-12-31"),
    ("this year", "2023"),
    ("in May", "2023-05"),
    ("In March the court", "2023-03"),
    # counted from now
    ("today", "2023-09-14"),
    ("overnight", "2023-09-14"),
    ("by tonight", "2023-09-14"),
    ("yesterday", "2023-09-13"),
    ("last night", "2023-09-13"),
    ("the day before yesterday", "2023-09-12"),
    ("three days ago", "2023-09-11"),
    ("two weeks ago", "2023-08-31"),
    ("ten years ago", "2013"),
    ("five hours ago", "2023-09-14"),
    # counted from the day last spoken of
    ("the day before", "2023-09-10"),
    ("the previous day", "2023-09-10"),
    ("the following day", "2023-09-12"),
    ("that same day", "2023-09-11"),
    ("the same evening", "2023-09-11"),
    ("two days later", "2023-09-13"),
    ("a week later took over", "2023-09-18"),
    ("Two weeks before, the total", "2023-08-28"),
    # counted from the event
    ("on the first night", "2023-09-08"),
    ("three days after the explosion", "2023-09-11"),
    ("A week on, nobody", "2023-09-15"),
    ("since New Year's Day", "2023-01-01"),
]


@pytest.mark.parametrize(("words", "expected"), READ)
def test_a_phrase_means_these_days(words: str, expected: str) -> None:
    (phrase,) = find(words)
    when = resolve(phrase.expression, Anchor(NOW, THEN, EVENT))
    assert when is not None
    assert when.iso == expected


NOT_DATES = [
    "The bus left at 0700 GMT.",  # a clock time
    "It was 9:00 a.m. HST.",
    "People may march again.",  # a verb, a verb
    "Mrs May said so.",  # a name
    "the Sunday Times reported",  # a newspaper
    "Black Friday sales",
    "He sat down in the sun.",
    "some 2,000 people",
    "of 2000 people",  # a count
    "open 24/7",
    "on the 9th floor",
    "a score of 3-1",
    "Section 505(a)",
]


@pytest.mark.parametrize("words", NOT_DATES)
def test_what_looks_like_a_date_is_left_alone(words: str) -> None:
    assert find(words) == ()


AHEAD = [
    ("Friday", "2023-09-15"),
    ("Thursday", "2023-09-14"),
    ("10 October", "2023-10-10"),
]


@pytest.mark.parametrize(("words", "expected"), AHEAD)
def test_where_the_clause_looks_ahead_the_day_lies_ahead(words: str, expected: str) -> None:
    (phrase,) = find(words)
    when = resolve(phrase.expression, Anchor(NOW, ahead=True))
    assert when is not None
    assert when.iso == expected


RELATIONS = [
    ("since Monday", "since"),
    ("from late Monday", "since"),
    ("after Monday", "after"),
    ("before 3 May", "before"),
    ("by the Thursday night", "by"),
    ("as of Thursday", "by"),
    ("up to Friday", "by"),
    ("on Friday", "at"),
    ("late on Friday", "at"),
]


@pytest.mark.parametrize(("words", "relation"), RELATIONS)
def test_the_preposition_tells_how_the_date_bounds(words: str, relation: str) -> None:
    (phrase,) = find(words)
    assert phrase.relation == relation


def test_a_possessive_weekday_dates_its_noun() -> None:
    (phrase,) = find("Friday's quake")
    assert phrase.possessive


ELAPSED = [
    ("entered its seventh day", (6, 7)),
    ("for a third day", (2, 3)),
    ("four days after the blast", (4, 4)),
    ("A week on, nobody knows", (6, 8)),
    ("more than six days after the attack", (6, 7)),
    ("raged for almost a week", (5, 7)),
    ("is in its third week", (14, 21)),
    ("Exactly a week after the crash", (7, 7)),
    ("Wives have waited at the gate for six days", (5, 7)),
    ("The hills have been burning for nine days", (8, 10)),
]


@pytest.mark.parametrize(("words", "bounds"), ELAPSED)
def test_counts_of_days_since_the_event(words: str, bounds: tuple[int, int]) -> None:
    (count,) = elapsed(words)
    assert (count.low, count.high) == bounds


@pytest.mark.parametrize(
    ("words", "years", "exact"),
    [
        ("It is exactly one year today that the earth shook.", 1, True),
        ("Bells rang a year to the day after the ferry sank.", 1, True),
        ("Two years after the quake, tents still stand.", 2, False),
        ("the second anniversary", 2, False),
    ],
)
def test_years_looked_back_on(words: str, years: int, *, exact: bool) -> None:
    gone = years_gone(words)
    assert gone is not None
    assert gone[1:] == (years, exact)


def test_other_times_are_no_years_since_the_event() -> None:
    assert years_gone("the worst in ten years") is None
    assert list(elapsed("two days after the third attack")) == []


def test_how_long_somebody_walked_tells_nothing_of_the_event() -> None:
    assert list(elapsed("They have walked for three days.")) == []


def test_months_looked_back_on() -> None:
    gone = months_gone("They had spent eleven months in custody.")
    assert gone is not None
    assert gone.low < 334 < gone.high
    assert months_gone("a baby of three months") is None


FORMS = [
    "{d:%Y-%m-%d}",
    "{d.day} {d:%B} {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d:%B} {d.day}, {d.year}",
    "{d:%A}, {d.day} {d:%B} {d.year}",
    "{d:%d}.{d:%m}.{d.year}",
    "{d:%d}/{d:%B}/{d.year}",
]
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


@given(day=DAYS, form=st.sampled_from(FORMS))
def test_a_full_date_is_read_back_whatever_its_form(day: date, form: str) -> None:
    words = form.format(d=day)
    (phrase,) = find(f"It was closed on {words} for good")
    when = resolve(phrase.expression, Anchor(date(2000, 1, 1)))
    assert when is not None
    assert when.first == when.last == day


@given(now=DAYS, back=st.integers(0, 6))
def test_a_weekday_is_one_of_the_six_days_before_or_today(now: date, back: int) -> None:
    meant = now - timedelta(days=back)
    (phrase,) = find(f"said on {meant:%A} that")
    when = resolve(phrase.expression, Anchor(now))
    assert when is not None
    assert when.last == meant


@given(now=DAYS, back=st.integers(0, 300))
def test_a_day_without_its_year_is_the_last_such_day(now: date, back: int) -> None:
    meant = now - timedelta(days=back)
    if (meant.month, meant.day) == (2, 29):
        return
    (phrase,) = find(f"on {meant.day} {meant:%B}")
    when = resolve(phrase.expression, Anchor(now))
    assert when is not None
    assert when.last == meant


@given(st.text(alphabet="JanuryModay0123456789 /-.,:thofs'", max_size=60))
def test_no_text_breaks_the_grammar_and_phrases_never_overlap(text: str) -> None:
    phrases = find(text)
    for phrase in phrases:
        assert text[phrase.start : phrase.end] == phrase.words
        resolve(phrase.expression, Anchor(NOW, THEN, EVENT))
    for one, other in pairwise(phrases):
        assert one.end <= other.start
