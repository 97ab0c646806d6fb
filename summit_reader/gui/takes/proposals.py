"""How a proposal is worded: how likely it is, and why it is thought so."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from summit_reader.domain.alignment import ReasonKind
from summit_reader.domain.proposal import Proposal
from summit_reader.gui.wording import outlet_line, quoted, tr

REASONS = {
    ReasonKind.SAME_WORDS: "the same words: {0}",
    ReasonKind.SAME_SPEAKER: "the same speaker: {0}",
    ReasonKind.NAMES: "names: {0}",
    ReasonKind.NUMBERS: "numbers: {0}",
    ReasonKind.RARE_WORDS: "words: {0}",
    ReasonKind.LIKE_WORDS: "like words: {0}",
}


def proposal_words(proposal: Proposal) -> str:
    """What is proposed: a take as it is printed, a passage as it stands."""
    return quoted(proposal.take) if proposal.take is not None else proposal.part.text


def sureness(proposal: Proposal) -> str:
    """How likely it is, in a word and a number."""
    share = f"{QLocale().toString(round(100 * proposal.confidence))} %"
    return tr("Weak, {0}").format(share) if proposal.is_weak else tr("Likely, {0}").format(share)


def reasons_line(proposal: Proposal) -> str:
    """Why it is proposed, the most telling reason first."""
    return " · ".join(
        tr(REASONS[reason.kind]).format(", ".join(reason.evidence)) for reason in proposal.reasons
    )


def spoken_proposal(proposal: Proposal) -> str:
    """What a screen reader says of a proposal."""
    parts = (
        tr("Proposed"),
        outlet_line(proposal.outlet),
        sureness(proposal),
        proposal_words(proposal),
        reasons_line(proposal),
    )
    return ". ".join(part for part in parts if part)
