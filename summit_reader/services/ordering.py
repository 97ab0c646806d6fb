"""Orders to import, and what came of them, as lines that pass between processes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from summit_reader.domain.errors import FileProblem
from summit_reader.domain.importing import Failure, Imported, ImportOrder, ImportReport
from summit_reader.domain.named_errors import error_fields, error_in
from summit_reader.domain.progress import CancelToken, Report
from summit_reader.services.building import done_in_process


def import_in_process(
    command: Sequence[str], order: ImportOrder, report: Report, token: CancelToken
) -> ImportReport:
    """What came of the order, which `command` carried out; it ends in `report_line`.

    Raises:
        Cancelled: if the token says so; what was stored until then is whole, and stays.
        SummitError: what the process told.
        ProcessFailed: if it cannot be started, or dies.
    """
    told = done_in_process(command, order_line(order), report, token)
    return ImportReport(
        tuple(Imported(**each) for each in told["imported"]),
        tuple(_failure(each) for each in told["failed"]),
    )


def order_line(order: ImportOrder) -> str:
    """The order as JSON."""
    return json.dumps(
        asdict(order) | {"published": order.published.isoformat() if order.published else None}
    )


def order_in(line: str) -> ImportOrder:
    """The order that `order_line` has put down."""
    told = json.loads(line)
    day = told.pop("published")
    told["names"] = tuple(told["names"])
    return ImportOrder(**told, published=date.fromisoformat(day) if day else None)


def report_fields(outcome: ImportReport) -> dict[str, Any]:
    """The report as JSON has it."""
    return {
        "imported": [asdict(each) for each in outcome.imported],
        "failed": [{"path": str(each.path), **error_fields(each.error)} for each in outcome.failed],
    }


def _failure(told: dict[str, Any]) -> Failure:
    try:
        error = error_in(told)
    except LookupError:
        error = FileProblem(told["path"])
    return Failure(Path(told["path"]), error)
