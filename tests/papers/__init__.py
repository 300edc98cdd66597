"""Decisions made by us in every format, with what is true of each.

``truth`` and ``leaves`` are their records, ``collection`` the papers themselves, ``render``
turns one into the bytes of a format, ``build`` writes files, ``measure`` compares readings.
"""
