"""Furniture told from its words: the lines of a page that are not its text.

Two kinds of rules. A *line* rule names a line by itself (a menu, a view counter). A *box*
opens with a headline of its own (Tin liên quan, Các tin khác, Đọc nhiều) and goes on over
the headlines below it until prose begins again. Nothing is dropped: lines get a role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.documents.datelines import Strength, read_date_line
from extract.documents.furniture_rules import BOX, COMMENTS, LINE_RULES, MENU_WORDS
from extract.documents.lines import Line, has_bullet, is_long, is_prose, list_mark

_BARS = re.compile(r"\s*[|•≡✦]\s*")
_MAX_BOX, _MAX_ITEM = 600, 160
# Furniture that may end like a sentence.
_OPENS_SENTENCE = frozenset({"comments", "template", "footer", "breadcrumb", "poll", "tags"})


def line_role(line: str) -> str:
    """The role of a line that is furniture by itself, or ``""``.

    Long lines, date lines and sentences are none, whatever words they hold.
    """
    if is_long(line):
        return ""
    dated = read_date_line(line)
    if dated is not None and dated.strength >= Strength.PLAIN:
        return ""
    if dated is not None and dated.strength is Strength.CLOCK and not is_prose(line):
        return "clock"
    for rule in LINE_RULES:
        match = rule.search(line)
        if match and not _is_sentence(rule.role, line, match.start()):
            return rule.role
    return "menu" if _is_menu(line) else ""


def _is_sentence(role: str, line: str, at: int) -> bool:
    """Whether the line is a sentence that only happens to hold the words of furniture."""
    return is_prose(line) and (at > 0 or role not in _OPENS_SENTENCE)


def _is_menu(line: str) -> bool:
    parts = [part.strip(" []").lower() for part in _BARS.split(line)]
    return len(parts) >= 2 and sum(part in MENU_WORDS for part in parts) * 2 >= len(parts)


def opens_box(line: str) -> re.Match[str] | None:
    """Match of a box headline such as ``Tin liên quan`` or ``Các tin khác: …``."""
    return BOX.match(line) if len(line) <= _MAX_BOX else None


def label_furniture(
    lines: Sequence[Line], titles: frozenset[int], linked: frozenset[int] | None = None
) -> list[str]:
    """A role for each line: empty for content. ``titles`` are never furniture.

    ``linked`` are the lines that are links as a whole, where that is known: then nothing
    else belongs to a box.
    """
    roles = [""] * len(lines)
    position = 0
    while position < len(lines):
        line = lines[position]
        if position in titles:
            position += 1
        elif (box := opens_box(line.text)) is not None:
            inline = bool(box["more"].strip(" :"))
            end = _box_end(lines, position, titles, linked, inline=inline)
            roles[position:end] = ["related"] * (end - position)
            position = end
        else:
            roles[position] = line_role(line.text)
            position += 1
    _label_comments(lines, roles)
    return roles


def _box_end(
    lines: Sequence[Line],
    start: int,
    titles: frozenset[int],
    linked: frozenset[int] | None,
    *,
    inline: bool,
) -> int:
    """First line after a box. Its items look like headlines; bullets or links bind them.

    Once an item has a bullet, an item without one ends the box. A box whose items stand
    on its headline's own line goes on only over bullets.
    """
    position = start + 1
    bulleted = inline
    while position < len(lines) and position not in titles:
        text = lines[position].text
        bullet = has_bullet(text) or (linked is not None and position in linked)
        bound = bullet or not (bulleted or linked is not None)
        if not bound or not _is_item(text):
            break
        bulleted = bullet
        position += 1
    return position


def opens_comments(line: str) -> bool:
    """Whether a line is the headline of readers' comments (``Bình luận (2)``)."""
    return len(line) <= 40 and COMMENTS.match(line) is not None


def _label_comments(lines: Sequence[Line], roles: list[str]) -> None:
    """What readers wrote: all below the headline of the comments, at the end of a text.

    A heading "Ý kiến" in a report opens the longer part of it, without forms to answer in;
    below a short article the comments may be longer than it.
    """
    for i, line in enumerate(lines):
        if opens_comments(line.text):
            above = sum(len(lines[j].text) for j in range(i) if not roles[j])
            below = sum(len(lines[j].text) for j in range(i, len(lines)) if not roles[j])
            if below <= above or "comments" in roles[i + 1 :]:
                for j in range(i, len(lines)):
                    roles[j] = roles[j] or "comments"
            return


def _is_item(line: str) -> bool:
    if opens_box(line) or (line_role(line) not in {"", "related"}):
        return False
    body = line[list_mark(line) :].strip()
    return len(body) <= _MAX_ITEM and not is_prose(body) and not body.endswith((":", ";", ","))
