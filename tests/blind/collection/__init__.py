"""The papers, by how their products are laid out."""

from blind.collection.lists import LISTS
from blind.collection.other_acts import OTHER_ACTS
from blind.collection.pages import PAGES
from blind.collection.tables import TABLES
from blind.collection.workbooks import WORKBOOKS

ALL = (*TABLES, *LISTS, *OTHER_ACTS, *PAGES, *WORKBOOKS)
