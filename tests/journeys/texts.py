"""Five texts of one's own, written for these tests; an expert is quoted in three of them."""

from __future__ import annotations

from pathlib import Path

EXPERT = "Marta Lindqvist"
QUOTING = {
    "bridge.txt": (
        "Bridge to stay shut until spring\n\n"
        "The old bridge over the river will stay shut until spring, the town said on Monday.\n\n"
        f"“The bearings are worn through and nobody has looked at them for years,” said {EXPERT}, "
        "an engineer at the technical university. “A repair will take six months at least.”\n\n"
        "Shopkeepers on the east bank fear for their trade.\n"
    ),
    "ferry.txt": (
        "A ferry for the winter\n\n"
        "A small ferry will carry people over the river while the bridge is being mended.\n\n"
        f"“A ferry cannot replace a bridge that twelve thousand people used every day,” said "
        f"{EXPERT}, a bridge engineer. “It can carry eighty of them at a time.”\n\n"
        "The first boat leaves at six in the morning.\n"
    ),
    "budget.txt": (
        "Who pays for the bridge?\n\n"
        "The council argued about the bill for the bridge until late at night.\n\n"
        f"“The money was there for ten years and was spent on other things,” said {EXPERT}, "
        "who had written the first report on the bridge.\n\n"
        "“We could not foresee this,” said Paul Verne, the treasurer of the town.\n"
    ),
}
OTHERS = {
    "market.txt": (
        "Market moves to the west bank\n\n"
        "The weekly market moves to the west bank for the winter.\n\n"
        "“Our customers will not wait for a boat,” said Iris Holm, who sells cheese.\n"
    ),
    "school.txt": (
        "School begins an hour later\n\n"
        "Lessons begin an hour later while the bridge is shut.\n\n"
        "“Children should not cross the river in the dark,” said Ada Brandt, the head teacher.\n"
    ),
}


def written(folder: Path) -> list[Path]:
    """The five files, in that folder."""
    for name, text in (QUOTING | OTHERS).items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in QUOTING | OTHERS]
