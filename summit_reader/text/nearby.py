"""Who is named near a place of a text: those that words there may be of."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.passage import Passage
from summit_reader.domain.spans import Span
from summit_reader.text.languages import Language
from summit_reader.text.names.names import Names
from summit_reader.text.names.naming import NameKind
from summit_reader.text.quotations import find_quotations
from summit_reader.text.takes import PROSE
from summit_reader.text.tokens import paragraph_of


def people_near(
    cleaned: CleanedText,
    passages: Sequence[Passage],
    place: Span,
    language: Language,
    register: OutletRegister,
) -> tuple[str, ...]:
    """The full names of the people named in the paragraphs at `place` of the source, nearest first.

    Names inside quotation marks are left out: nobody is named there as the one who speaks.
    """
    at = cleaned.cleaned_span(place)
    places = [passage.cleaned for passage in passages if passage.kind in PROSE]
    if at is None or not any(one.overlaps(at) for one in places):
        return ()
    quotations = find_quotations(cleaned.text, places)
    paragraphs = [
        paragraph_of(
            cleaned.text,
            one,
            number,
            [quotation for quotation in quotations if quotation.paragraph == number]
            if one.overlaps(at)
            else (),
            language,
        )
        for number, one in enumerate(places)
    ]
    names = Names.of(paragraphs, language, register)
    found = [
        (at.distance_to([paragraph.span(name.first, name.after)]), names.person(name))
        for paragraph, named in zip(paragraphs, names.by_paragraph, strict=True)
        if paragraph.place.overlaps(at)
        for name in named
        if name.kind is NameKind.PERSON
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(found)))
