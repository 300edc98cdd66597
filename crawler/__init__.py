"""Sources in, captures out: the Scrapy project and the archive. Knows no Vietnamese."""
