"""The spider of a source. Scrapy's list of spiders is made of rows: see ``spiderloader``."""
