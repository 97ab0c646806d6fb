"""The list of applications that a user of Linux has chosen, `mimeapps.list`: read and added to."""

from __future__ import annotations

SECTION = "[Default Applications]"


def with_default(text: str, kind: str, application: str) -> str:
    r"""The list with the application as the first choice for that kind; the rest stays as it is.

    >>> print(with_default("[Default Applications]\ntext/html=a.desktop\n", "x/y", "b.desktop"))
    [Default Applications]
    text/html=a.desktop
    x/y=b.desktop;
    <BLANKLINE>
    """
    lines = text.splitlines()
    start, end = _section(lines)
    if start is None:
        gap = [""] if lines and lines[-1].strip() else []
        return _joined([*lines, *gap, SECTION, f"{kind}={application};"])
    for at in range(start, end):
        if (chosen := _choices(lines[at], kind)) is not None:
            if chosen[:1] == [application]:
                return text
            others = [one for one in chosen if one != application]
            lines[at] = f"{kind}={';'.join([application, *others])};"
            return _joined(lines)
    while end > start and not lines[end - 1].strip():
        end -= 1
    return _joined([*lines[:end], f"{kind}={application};", *lines[end:]])


def without_default(text: str, kind: str, application: str) -> str:
    r"""The list without the application among the choices for that kind, however often it stands.

    >>> without_default("[Default Applications]\nx/y=b.desktop;\n", "x/y", "b.desktop")
    '[Default Applications]\n'
    """
    lines = text.splitlines()
    start, end = _section(lines)
    kept: list[str] = []
    for at, line in enumerate(lines):
        chosen = _choices(line, kind) if start is not None and start <= at < end else None
        if chosen is None or application not in chosen:
            kept.append(line)
        elif others := [one for one in chosen if one != application]:
            kept.append(f"{kind}={';'.join(others)};")
    return text if kept == lines else _joined(kept)


def _section(lines: list[str]) -> tuple[int | None, int]:
    """Where the lines of the section begin, and where they end."""
    start = next((at + 1 for at, line in enumerate(lines) if line.strip() == SECTION), None)
    if start is None:
        return None, len(lines)
    ends = (at for at in range(start, len(lines)) if lines[at].lstrip().startswith("["))
    return start, next(ends, len(lines))


def _choices(line: str, kind: str) -> list[str] | None:
    name, separator, value = line.partition("=")
    if not separator or name.strip() != kind:
        return None
    return [one.strip() for one in value.split(";") if one.strip()]


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
