"""Papers of districts, of a merged province and of the ministry, by the format of their bytes."""

from blind.collection_districts.books import BOOKS
from blind.collection_districts.word import WORD

ALL = (*WORD, *BOOKS)
