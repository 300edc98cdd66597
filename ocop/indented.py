"""Lines moved in on a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment


@dataclass(frozen=True, slots=True)
class Indented:
    """A renderable moved in by ``by`` columns, with ``head`` before its first line.

    Unlike rich's Padding it leaves no blanks at the ends of lines.
    """

    inner: RenderableType
    by: int
    head: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render the lines of ``inner`` in the width that is left."""
        narrower = options.update_width(max(options.max_width - self.by, 20))
        margin = self.head.ljust(self.by)
        for line in console.render_lines(self.inner, narrower, pad=False):
            if any(segment.text.strip() for segment in line):
                yield Segment(margin)
                yield from line
            margin = " " * self.by
            yield Segment.line()
