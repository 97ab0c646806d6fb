"""A hand-out on paper as a Qt document, for the screen and for the printer."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from summit_reader.export.paper import Paper
from summit_reader.gui.tokens import tokens
from summit_reader.gui.typography import load_fonts

PRINTED = {"ink": "#000000", "ink2": "#444444", "link": "#000000", "rule": "#bbbbbb"}
"""Colours on white paper; on the screen those of the theme take their place."""

STYLE = """
* {{ font-family: {sans}; font-size: 10pt; color: {ink}; }}
h1 {{ font-family: {serif}; font-size: 19pt; font-weight: 600; margin: 0 0 2pt 0; }}
h2 {{ font-size: 11pt; font-weight: 600; margin: 16pt 0 4pt 0; }}
p {{ margin: 0 0 3pt 0; }}
table {{ border-collapse: collapse; border: none; }}
td {{ padding: 5pt 8pt 7pt 0; border-top: 0.5pt solid {rule}; }}
a {{ color: {link}; }}
.summary {{ color: {ink2}; margin-bottom: 14pt; }}
.outlet {{ font-size: 10.5pt; margin-top: 6pt; }}
.voice {{ font-size: 9pt; color: {ink2}; }}
.headline {{ font-family: {serif}; font-weight: 600; margin-top: 4pt; }}
.context {{ font-family: {serif}; font-size: 9.5pt; color: {ink2}; }}
.quotation, .reported {{ font-family: {serif}; font-size: 11pt; margin: 4pt 0; }}
.detail {{ font-size: 8.5pt; color: {ink2}; }}
.note {{ font-style: italic; margin: 4pt 0; }}
.prose {{ font-family: {serif}; font-size: 11pt; margin-bottom: 6pt; }}
.source {{ font-size: 9pt; margin-bottom: 4pt; }}
"""


def lay_out(document: QTextDocument, paper: Paper, colours: dict[str, str]) -> None:
    """Fill the document with the paper; `colours` are named as in `PRINTED`."""
    load_fonts()
    families = {name: ", ".join(f'"{one}"' for one in tokens().families[name]) for name in FAMILIES}
    document.setDefaultStyleSheet(STYLE.format(**families, **colours))
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, paper.title)
    document.setHtml(paper.markup)


FAMILIES = ("serif", "sans")
