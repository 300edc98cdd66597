"""Manners: what a site asks of robots, how often it is asked, and by one crawl at a time."""
