"""The tables. Importing the package makes `METADATA` whole; rows stay inside `store`."""

from summit_reader.store.rows.articles import ArticleRow, PassageRow, StoryArticleRow, StoryRow
from summit_reader.store.rows.base import Base
from summit_reader.store.rows.boards import ClippingRow, ComparisonRow, SavedSearchRow
from summit_reader.store.rows.feeds import FeedRow, InboxItemRow
from summit_reader.store.rows.ledger import Action, OutboxRow, PropertyRow
from summit_reader.store.rows.outlets import OutletAliasRow, OutletLabelRow, OutletRow, PersonRow
from summit_reader.store.rows.person_decisions import PersonDecisionRow
from summit_reader.store.rows.points import (
    PointRow,
    PointTakeRow,
    RefusedPassageRow,
    TakeRelationRow,
)
from summit_reader.store.rows.reading_places import ReadingPlaceRow
from summit_reader.store.rows.shelf import (
    ArticleCorrectionRow,
    ArticleMarkRow,
    BinnedArticleRow,
    BinnedTakeRow,
)
from summit_reader.store.rows.takes import TakeRow, is_listed

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "Action",
    "ArticleCorrectionRow",
    "ArticleMarkRow",
    "ArticleRow",
    "BinnedArticleRow",
    "BinnedTakeRow",
    "ClippingRow",
    "ComparisonRow",
    "FeedRow",
    "InboxItemRow",
    "OutboxRow",
    "OutletAliasRow",
    "OutletLabelRow",
    "OutletRow",
    "PassageRow",
    "PersonDecisionRow",
    "PersonRow",
    "PointRow",
    "PointTakeRow",
    "PropertyRow",
    "ReadingPlaceRow",
    "RefusedPassageRow",
    "SavedSearchRow",
    "StoryArticleRow",
    "StoryRow",
    "TakeRelationRow",
    "TakeRow",
    "is_listed",
]
