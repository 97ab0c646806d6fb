"""How far articles have been read."""

from __future__ import annotations

from pathlib import Path

from summit_reader.bootstrap import open_services
from summit_reader.store import articles
from summit_reader.store.database import Database

TEXT = "Ferry\n\n“The boats sail again on Monday,” said Ada Byrne.\n"


def test_each_pane_has_its_place_until_the_article_goes(tmp_path: Path) -> None:
    services = open_services(tmp_path / "Library", create=True)
    services.importing.import_text(TEXT, "ferry")
    services.place_keeping.keep(1, "A", 12)
    services.place_keeping.keep(1, "A", 7)
    services.place_keeping.keep(1, "B", 3)
    assert services.place_keeping.place(1, "A") == 7
    assert services.place_keeping.place(1, "B") == 3
    services.place_keeping.keep(1, "B", None)
    services.place_keeping.keep(1, "B", None)
    assert services.place_keeping.place(1, "B") is None
    services.place_keeping.keep(99, "A", 5)
    assert services.place_keeping.place(99, "A") is None
    services.close()
    database = Database.open(tmp_path / "Library")
    with database.write() as work:
        articles.remove(work, 1)
        work.commit()
    database.close()
    services = open_services(tmp_path / "Library")
    assert services.place_keeping.place(1, "A") is None
    services.close()
