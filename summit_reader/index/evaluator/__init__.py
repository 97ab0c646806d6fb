"""Evaluates ordinary Whoosh queries over columnar segments, whole arrays at a time.

Whoosh's matchers walk from document to document; here a query becomes, segment by segment, a tree
of nodes, each of which gives all its documents at once or says which of some it matches. What has
no node (a query type of somebody's own) is left to its stock matcher. Scores are BM25F's.
"""

from __future__ import annotations

from summit_reader.index.evaluator.collection import Collection, Only, Sort

__all__ = ["Collection", "Only", "Sort"]
