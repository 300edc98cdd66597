"""Papers with ``/<category>/<id>/Slug.aspx`` or ``.htm`` (Yên Bái, Hòa Bình).

Their slugs damage words ("Phong" became "Ph111ng"): a title is never read from one.
``/PrintPreview/<id>/`` shows an article again and is none of its own; ``/en/…`` is English.
"""

from __future__ import annotations

import re

from crawler.portals.generic import Generic


class NumberedSlug(Generic):
    """``span.meta`` or a labelled line holds the date; the page is read by what it says."""

    name = "numbered_slug"
    article_path = re.compile(r"^/\d+/\d+/[^/?]+\.(?:aspx|html?)(?:\?|$)", re.IGNORECASE)
    family = Generic.family.overridden({"date": f"span.meta, {Generic.family.date}"})
