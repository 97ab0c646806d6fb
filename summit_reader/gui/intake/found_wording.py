"""How what was found out about a text is worded, with what it was told by."""

from __future__ import annotations

from summit_reader.domain.article import Layout
from summit_reader.domain.passage import PassageKind, RemovedKind
from summit_reader.domain.preview import Preview
from summit_reader.gui.intake.file_list import reviewed
from summit_reader.gui.wording import counted, outlets_counted, takes_counted, tr
from summit_reader.text.metadata import UNKNOWN_OUTLET


def outlet_evidence(preview: Preview) -> str:
    """By what the outlet was told."""
    draft = preview.draft
    if draft.raw.hints.outlet is not None:
        return tr("as you say")
    if draft.metadata.outlet == UNKNOWN_OUTLET:
        return tr("not named in the file")
    if draft.metadata.url:
        return tr("from the address")
    return tr("stated in the file") if draft.raw.imprint.outlet else tr("from the text")


def date_evidence(preview: Preview) -> str:
    """By what the date was told, or what the text hints at."""
    draft = preview.draft
    if draft.raw.hints.published is not None:
        return tr("as you say")
    if draft.metadata.published is not None:
        return tr("stated in the file") if draft.raw.imprint.published else tr("from the text")
    if draft.metadata.date_evidence:
        return tr("text says “{0}”").format(draft.metadata.date_evidence)
    return ""


def head_line(preview: Preview) -> str:
    """What stands over the text: how much was recognised, and how much was removed."""
    draft = preview.draft
    hidden = sum(not one.restored for one in draft.removed)
    key_points = sum(one.kind is PassageKind.KEY_POINT for one in draft.passages)
    facts = [counted(len(draft.takes), "{n} take recognised", "{n} takes recognised")]
    if key_points:
        facts.append(counted(key_points, "{n} key point", "{n} key points"))
    facts.append(counted(hidden, "{n} part removed", "{n} parts removed"))
    facts.append(tr("original kept as it came"))
    return " · ".join(facts)


def looks_like(preview: Preview) -> str:
    """What sort of text this looks like."""
    draft = preview.draft
    count = len(draft.takes)
    if draft.metadata.layout is Layout.PRESS_REVIEW:
        return counted(
            len(reviewed(draft)),
            "This looks like a press review: {n} take found",
            "This looks like a press review: {n} takes found",
        )
    if draft.metadata.layout is Layout.ROUNDUP:
        cited = {take.outlet.name for take in draft.takes} - {draft.metadata.outlet.name}
        return tr("This looks like a roundup of {0}").format(outlets_counted(len(cited)))
    if draft.metadata.cut:
        return tr("A paywall ends this copy: {0} found").format(takes_counted(count))
    return tr("An article: {0} found").format(takes_counted(count))


def twin_line(preview: Preview) -> str:
    """Which other text is the same, and how far."""
    twin = preview.twin
    if preview.known:
        return tr("This text is here already; nothing would change.")
    if twin is None:
        return tr("No text like this in the library.")
    share = f"{round(twin.share * 100)} %"
    if twin.agency:
        return tr("Same text of {agency} as “{title}” ({outlet}), {share}").format(
            agency=twin.agency, title=twin.title, outlet=twin.outlet, share=share
        )
    return tr("Same text as “{title}” ({outlet}), {share}").format(
        title=twin.title, outlet=twin.outlet, share=share
    )


def removed_line(preview: Preview) -> str:
    """What the removed parts are, by kind; empty where nothing was removed."""
    removed = [one for one in preview.draft.removed if not one.restored]
    if not removed:
        return ""
    related = sum(one.kind is RemovedKind.RELATED for one in removed)
    comments = sum(one.kind is RemovedKind.COMMENT for one in removed)
    facts = [counted(len(removed), "{n} part removed", "{n} parts removed")]
    if related:
        facts.append(counted(related, "{n} points to another story", "{n} point to other stories"))
    if comments:
        facts.append(counted(comments, "{n} is a reader comment", "{n} are reader comments"))
    return ", ".join(facts) + "."
