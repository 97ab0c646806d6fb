from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from summit_reader.gui.intake.paste import PasteDialog


def filled(dialog: PasteDialog, **words: str) -> None:
    fields = dialog.findChildren(QLineEdit)
    for name, field in zip(("outlet", "country", "headline", "url", "date"), fields, strict=True):
        field.setText(words.get(name, ""))


def go(dialog: PasteDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Import")


def test_what_the_form_says_becomes_hints(qapp: QApplication) -> None:
    dialog = PasteDialog("Words.")
    filled(dialog, outlet="The Daily Example", country="gb", headline="Rain", date="2019-04-25")
    hints = dialog.hints()
    assert hints.outlet is not None
    assert (hints.outlet.name, hints.outlet.country) == ("The Daily Example", "GB")
    assert hints.headline == "Rain"
    assert hints.published == date(2019, 4, 25)


def test_only_the_text_is_needed(qapp: QApplication) -> None:
    dialog = PasteDialog("Words.")
    assert go(dialog).isEnabled()
    assert dialog.hints().outlet is None
    assert dialog.hints().published is None
    assert not go(PasteDialog("  ")).isEnabled()


@pytest.mark.parametrize("typed", ["25.4.2019", "2019-13-01", "soon"])
def test_a_date_that_is_none_holds_the_import_back(qapp: QApplication, typed: str) -> None:
    dialog = PasteDialog("Words.")
    filled(dialog, date=typed)
    assert not go(dialog).isEnabled()
