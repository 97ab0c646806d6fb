"""What stands in for the worker where a process of its own would cost more than it shows."""

from __future__ import annotations

from typing import Any

from summit_reader.domain.errors import FileProblem
from summit_reader.domain.file_errors import BreaksReader
from summit_reader.intake.worker import Task


class WorkerHere:
    """Does in this process what the worker does in its own."""

    def run(self, task: Task, content: bytes, name: str, **options: str) -> Any:
        try:
            return task(content, **options)
        except FileProblem as problem:
            facts = {key: fact for key, fact in problem.facts.items() if key != "path"}
            raise type(problem)(name, **facts) from problem
        except (MemoryError, RecursionError) as error:
            raise BreaksReader(name) from error
