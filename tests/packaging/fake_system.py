"""A made-up machine to set up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class FakeSystem:
    """A Debian, unless told otherwise; what apt installs is there from then on."""

    linux: bool = True
    root: bool = True
    programs: set[str] = field(default_factory=lambda: {"apt-get"})
    modules: set[str] = field(default_factory=lambda: {"ensurepip"})
    absent_libraries: dict[str, str] = field(default_factory=dict)
    known_packages: set[str] = field(default_factory=set)
    failing: str = "nothing"
    commands: list[str] = field(default_factory=list)

    def is_linux(self) -> bool:
        return self.linux

    def is_root(self) -> bool:
        return self.root

    def has_program(self, name: str) -> bool:
        return name in self.programs

    def has_module(self, name: str) -> bool:
        return name in self.modules

    def loads(self, library: str) -> bool:
        return library not in self.absent_libraries

    def run(self, command: Sequence[str]) -> int:
        line = " ".join(command)
        self.commands.append(line)
        if self.failing in line:
            return 1
        if "apt-get install" in line:
            brought = {*command}
            self.absent_libraries = {
                library: package
                for library, package in self.absent_libraries.items()
                if not brought & {package, f"{package}t64"}
            }
        if "-m venv" in line:
            for place in ("bin/python", "Scripts/python.exe"):
                python = Path(command[-1]) / place
                python.parent.mkdir(parents=True, exist_ok=True)
                python.touch()
        return 0

    def output(self, command: Sequence[str]) -> str:
        assert command[:2] == ["apt-cache", "pkgnames"]
        return "\n".join(name for name in self.known_packages if name.startswith(command[2]))
