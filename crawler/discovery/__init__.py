"""Ways of discovering: what feeds, sitemaps, listings and searches of a source name.

Each module reads one kind of index page into links; none of them fetches. ``chain`` says
when an index has been read to its end.
"""
