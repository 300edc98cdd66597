"""Papers of districts, of a merged province and of the ministry, by the format of their bytes."""

from blind.collection_districts.books import BOOKS
from blind.collection_districts.prints import PRINTS
from blind.collection_districts.web import WEB
from blind.collection_districts.word import WORD

ALL = (*WORD, *PRINTS, *WEB, *BOOKS)
