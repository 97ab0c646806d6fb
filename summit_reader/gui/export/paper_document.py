"""A hand-out on paper as a Qt document, for the screen and for the printer."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from summit_reader.export.paper import Paper
from summit_reader.gui.tokens import tokens
from summit_reader.gui.typography import load_fonts

PRINTED = {"ink": "#000000", "ink2": "#444444", "link": "#000000", "rule": "#bbbbbb"}
"""Colours on white paper; on the screen those of the theme take their place."""

STYLE = """
p, td {{ font-family: {sans}; font-size: 10pt; color: {ink}; }}
p {{ margin: 0 0 4px 0; }}
table {{ border-collapse: collapse; border: none; margin: 14px 0 8px 0; }}
td {{ padding: 8px 12px 10px 0; border-top: 1px solid {rule}; }}
a {{ color: {link}; }}
.title {{ font-family: {serif}; font-size: 19pt; font-weight: 600; margin: 0 0 2px 0; }}
.heading {{ font-size: 11pt; font-weight: 600; margin: 22px 0 6px 0; }}
.summary {{ color: {ink2}; margin-bottom: 20px; }}
.outlet {{ font-size: 10.5pt; margin-top: 4px; margin-bottom: 1px; }}
.voice {{ font-size: 9pt; color: {ink2}; }}
.headline {{ font-family: {serif}; font-weight: 600; margin-top: 6px; }}
.context {{ font-family: {serif}; font-size: 9.5pt; color: {ink2}; margin: 4px 0; }}
.quotation, .reported {{ font-family: {serif}; font-size: 11pt; margin: 6px 0; }}
.detail {{ font-size: 8.5pt; color: {ink2}; }}
.note {{ font-style: italic; margin: 6px 0; }}
.prose {{ font-family: {serif}; font-size: 11pt; margin-bottom: 8px; }}
.source {{ font-size: 9pt; margin-bottom: 5px; }}
"""


def lay_out(document: QTextDocument, paper: Paper, colours: dict[str, str]) -> None:
    """Fill the document with the paper; `colours` are named as in `PRINTED`."""
    load_fonts()
    families = {name: ", ".join(f'"{one}"' for one in tokens().families[name]) for name in FAMILIES}
    document.setDefaultStyleSheet(STYLE.format(**families, **colours))
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, paper.title)
    document.setHtml(paper.markup)


FAMILIES = ("serif", "sans")
