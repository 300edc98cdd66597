"""Tables of rules, one concept a file: numbers, stars, dates, decisions, cues, places."""
