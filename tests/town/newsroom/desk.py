"""The desk: gives each portal its stories, spread from 2018 to the day that is now."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import date, datetime, time
from random import Random

from town.newsroom import daily, ocop
from town.newsroom.ocop import Beat, Draft
from town.newsroom.programme import Programme
from town.places import Place
from town.story import ECONOMY, SOCIETY, VIETNAM, Paper, Story

START = date(2018, 9, 12)
AUTHORS = ("Minh Thư", "Lê Duy", "Hà Phương", "PV", "Thu Hà - Văn Khoa", "Bài, ảnh: Quốc Tuấn")
_SIDE_SHOW = {daily.match, daily.museum, daily.blood}


def stories_of(host: str, place: Place, count: int) -> list[Story]:
    """Stories of a portal, oldest first; every second one speaks of OCOP."""
    programme = Programme.of(place)
    step = (place.until - START) / max(count - 1, 1)
    told: dict[str, int] = {}
    stories = []
    for place_in_line in range(count):
        number = place_in_line + 1
        chance = Random(zlib.crc32(f"{host}/{number}".encode()))
        day = START + step * place_in_line
        beat = Beat(place, programme, day, chance)
        speaks = place_in_line % 2 == 0 if count % 2 else place_in_line % 2 == 1
        stories.append(_story(host, number, beat, told, speaks=speaks))
    return stories


def _story(host: str, number: int, beat: Beat, told: dict[str, int], *, speaks: bool) -> Story:
    turn = (number - 1) // 2
    if not speaks:
        write = daily.TURNS[turn % len(daily.TURNS)]
    elif turn == 0:
        write = ocop.launched
    else:
        write = ocop.TURNS[(turn - 1) % len(ocop.TURNS)]
    draft = write(beat)
    told[draft.title] = told.get(draft.title, 0) + 1
    times = told[draft.title]
    return Story(
        key=f"{host}/{number}",
        number=number,
        title=draft.title if times == 1 else f"{draft.title} (kỳ {times})",
        summary=draft.summary,
        paragraphs=draft.paragraphs,
        published=_moment(beat),
        author=beat.chance.choice(AUTHORS),
        section=SOCIETY if write in _SIDE_SHOW else ECONOMY,
        ocop=speaks,
        papers=_apart(draft, number),
    )


def _moment(beat: Beat) -> datetime:
    clock = time(beat.chance.randint(6, 21), beat.chance.randint(0, 59), beat.chance.randint(1, 58))
    return datetime.combine(beat.day, clock, VIETNAM)


def _apart(draft: Draft, number: int) -> tuple[Paper, ...]:
    """Papers under names of their own: two stories may bring the same decision."""
    return tuple(replace(paper, stem=f"{paper.stem}-{number}") for paper in draft.papers)
