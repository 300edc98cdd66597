"""Papers of provinces of the centre and the south, by the format of their bytes."""

from blind.collection_south.books import BOOKS
from blind.collection_south.prints import PRINTS
from blind.collection_south.web import WEB
from blind.collection_south.word import WORD

ALL = (*WORD, *PRINTS, *WEB, *BOOKS)
