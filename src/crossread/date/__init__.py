"""In: parsed reports and their claims. Out: publication days with reasons, and the day each claim is for."""

from crossread.date.claims import date_claims
from crossread.date.event import event_day
from crossread.date.inferred import infer_published
from crossread.date.recalled import recall
from crossread.date.stated import date_report

__all__ = ["date_claims", "date_report", "event_day", "infer_published", "recall"]
