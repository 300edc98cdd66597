"""Where the rows of a paper are at home: its map, its day, its province."""

from __future__ import annotations

from extract.model import Decision, Level
from extract.places.gazetteer import gazetteer
from extract.places.units import OLD_MAP, regime_on
from extract.products.addresses import Home


def home_of(paper: Decision | None, published: str | None) -> Home:
    """The home of the rows of ``paper``; without one the day of publication tells the map."""
    place = paper.issuer.place if paper and paper.issuer else None
    date = paper.date if paper else None
    if place is not None:
        regime = place.regime
    else:
        day = date or published
        regime = regime_on(day) if day else OLD_MAP
    places = gazetteer()
    code = place.province_code if place is not None else None
    province = places.province(code, regime) if code else None
    if province is None and place is not None and place.level is Level.PROVINCE and place.name:
        province = places.province(place.name, regime)
    if province is None and place is not None and place.province:
        province = places.province(place.province, regime)
    district = None
    if place is not None and place.level is Level.DISTRICT and place.code:
        found = places.lookup(place.code, regime=OLD_MAP, level=Level.DISTRICT)
        district = found[0] if found else None
    return Home(regime, date or published, province, district)
