"""Alarms: what is wrong with a source, judged by its runs and by what it published before.

``alarms(facts)`` judges; Spidermon's monitors (``crawler.monitors``) ask it at the end of
each crawl, the health report (``crawler.health``) for all sources. Silence is an alarm, and
so is zero.
"""

from crawler.alarms.facts import Facts, facts_of
from crawler.alarms.judge import RULES, alarms
from crawler.alarms.model import WORDS, Alarm, AlarmCode, Gravity

__all__ = ["RULES", "WORDS", "Alarm", "AlarmCode", "Facts", "Gravity", "alarms", "facts_of"]
