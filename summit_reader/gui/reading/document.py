"""An article as a text document: one block a passage, with offsets both ways."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from summit_reader.domain.article import Article
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.spans import Span
from summit_reader.gui.look import Look
from summit_reader.gui.text_offsets import Utf16Offsets
from summit_reader.gui.wording import article_end, tr

FACES = {
    PassageKind.HEADLINE: ("head", "ink", 4, 10),
    PassageKind.STANDFIRST: ("lead", "ink2", 0, 14),
    PassageKind.KEY_POINT: ("lead", "ink2", 0, 6),
    PassageKind.SUBHEADING: ("outlet", "ink", 14, 6),
    PassageKind.BODY: ("read", "ink", 0, 12),
    PassageKind.CAPTION: ("micro", "ink2", 0, 14),
    PassageKind.OUTLET_LINE: ("caps", "ink2", 22, 4),
    PassageKind.TAKE_HEADLINE: ("outlet", "ink", 0, 4),
    PassageKind.THESIS: ("lead", "ink2", 0, 8),
    PassageKind.COMMENT: ("read", "ink2", 0, 12),
}
"""Face, colour role, and space above and below of each kind of passage."""

LONGEST_BLOCK = 10_000
"""Qt lays out a line of millions of characters for minutes; longer passages are cut into blocks."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A block: the cleaned text it shows, where it starts in the document, and its offsets."""

    cleaned: Span
    position: int
    offsets: Utf16Offsets


class ArticleDocument:
    """The document of one article; it knows where each stretch of the source stands in it."""

    def __init__(self, article: Article, look: Look, document: QTextDocument) -> None:
        self.article = article
        self._stretches: list[_Stretch] = []
        self._fill(look, document)
        self._ends = [stretch.cleaned.end for stretch in self._stretches]
        self._starts = [stretch.position for stretch in self._stretches]

    def positions(self, source: Span) -> list[Span]:
        """Where a stretch of the source text is shown, in document positions, block by block."""
        cleaned = self.article.cleaned.cleaned_span(source)
        return [] if cleaned is None else self.positions_of_cleaned(cleaned)

    def positions_of_cleaned(self, cleaned: Span) -> list[Span]:
        """The same for a stretch of the cleaned text."""
        found = []
        for number in range(bisect_right(self._ends, cleaned.start), len(self._stretches)):
            stretch = self._stretches[number]
            if stretch.cleaned.start >= cleaned.end:
                break
            start = max(cleaned.start, stretch.cleaned.start) - stretch.cleaned.start
            end = min(cleaned.end, stretch.cleaned.end) - stretch.cleaned.start
            found.append(stretch.offsets.span_units(Span(start, end)).shifted(stretch.position))
        return found

    def source_spans(self, positions: Span) -> tuple[Span, ...]:
        """The stretches of the source text shown at these document positions, block by block."""
        found = []
        first_one = max(bisect_right(self._starts, positions.start) - 1, 0)
        for stretch in self._stretches[first_one:]:
            if stretch.position >= positions.end:
                break
            shown = stretch.cleaned.of(self.article.cleaned.text)
            end = stretch.position + stretch.offsets.units(len(shown))
            first, last = max(positions.start, stretch.position), min(positions.end, end)
            if first < last:
                units = (first - stretch.position, last - stretch.position)
                places = Span(*(stretch.offsets.code_points(one) for one in units))
                cleaned = places.shifted(stretch.cleaned.start)
                found.append(self.article.cleaned.source_span(cleaned))
        return tuple(found)

    @property
    def paywall(self) -> Span | None:
        """Where it stands that the text ends at a paywall; None if it does not."""
        return Span(*self._end) if self.article.metadata.cut else None

    def _fill(self, look: Look, document: QTextDocument) -> None:
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        first = True
        for passage in self.article.passages:
            whole = look.names.passage_text(passage, self.article)
            for cleaned in _parts(passage):
                text = cleaned.shifted(-passage.cleaned.start).of(whole)
                self._insert(cursor, look, passage.kind, text, first=first)
                position = cursor.position() - Utf16Offsets(text).units(len(text))
                self._stretches.append(_Stretch(cleaned, position, Utf16Offsets(text)))
                first = False
        cut = self.article.metadata.cut
        face, role, above = ("ui", "ink", 26) if cut else ("micro", "ink2", 12)
        end = _block_format(look, face, above, 0)
        end.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor.insertBlock(end, _char_format(look, face, role))
        # Where the rest can be read would tell whose text it is; that it is cut would not.
        hidden = look.names.hides(self.article.outlet) and not cut
        cursor.insertText(tr("End of this text") if hidden else article_end(self.article))
        self._end = cursor.block().position(), cursor.position()
        cursor.endEditBlock()

    def _insert(
        self, cursor: QTextCursor, look: Look, kind: PassageKind, text: str, *, first: bool
    ) -> None:
        face, role, above, below = FACES[kind]
        block, char = _block_format(look, face, above, below), _char_format(look, face, role)
        if kind is PassageKind.KEY_POINT:
            block.setTextIndent(0)
            block.setLeftMargin(look.type.px(14))
        if first:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(char)
        else:
            cursor.insertBlock(block, char)
        # One passage is one block: a line break inside would move every offset behind it.
        cursor.insertText(text.replace("\n", " ").replace("\u2029", " "), char)


def _parts(passage: Passage) -> list[Span]:
    start, end = passage.cleaned.start, passage.cleaned.end
    return [Span(at, min(at + LONGEST_BLOCK, end)) for at in range(start, end, LONGEST_BLOCK)]


def _char_format(look: Look, face: str, role: str) -> QTextCharFormat:
    char = QTextCharFormat()
    char.setFont(look.type.text_font(face))
    char.setForeground(look.theme.colour(role))
    return char


def _block_format(look: Look, face: str, above: float, below: float) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(look.type.px(above))
    block.setBottomMargin(look.type.px(below))
    height = QFontMetricsF(look.type.text_font(face)).height()
    percent = max(100, round(100 * look.type.text_line_height(face) / height))
    # FixedHeight would clip the accents of a fallback script.
    block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    # Direction by the first strong letter, so that Arabic and Hebrew paragraphs run their way.
    block.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return block
