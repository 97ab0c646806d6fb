from __future__ import annotations

import pytest

from summit_reader.domain.article import Hints
from tests.intake.saved_pages import STORM, page, read


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("utf-8", "iso-8859-1"), ("utf-8-sig", ""), ("utf-16", "utf-16"),
     ("utf-16-le", ""), ("cp1252", "windows-1252"), ("cp1252", "iso-8859-1"), ("cp1252", ""),
     ("cp1252", "utf-8"), ("cp1252", "utf-7"), ("cp1252", "nonsense")],
)  # fmt: skip
def test_western_encodings_declared_or_not(encoding: str, declared: str) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    first = "“Señor Müller’s café — naïve”, said the mayor of the harbour town on Monday, ça va."
    raw = read(page(first, *STORM, head=head, encoding=encoding))
    assert first in raw.source_text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1251",
            "Паром остановлен из-за шторма, сообщила в понедельник администрация порта города.",
        ),
        (
            "koi8-r",
            "Паром остановлен из-за шторма, сообщила в понедельник администрация порта города.",
        ),
        (
            "shift_jis",
            "嵐のためフェリーは運航を停止したと、港湾事務所が月曜日に発表した。再開の見通しは立っていない。",
        ),
        (
            "euc_kr",
            "폭풍으로 인해 여객선 운항이 중단되었다고 항만 당국이 월요일에 밝혔다.",
        ),
        (
            "gb2312",
            "由于风暴，渡轮已停止运行，港务局星期一宣布。目前尚不清楚何时恢复，数百名旅客滞留在码头。",
        ),
        (
            "iso8859-2",
            "Przez sztorm prom nie kursuje, poinformował w poniedziałek zarząd portu. Łódź wróci.",
        ),
    ],
)
def test_declared_encodings(encoding: str, text: str) -> None:
    content = page(
        *[text] * 1,
        text + " 1",
        text + " 2",
        head=f'<meta charset="{encoding}">',
        encoding=encoding,
    )
    assert text in read(content).source_text
    bare = page(text, text + " 1", text + " 2", encoding=encoding)
    assert text in read(bare, hints=Hints(charset=encoding)).source_text


def test_a_page_of_two_encodings() -> None:
    content = page(
        "Käse und Brötchen für alle, sagte der Bürgermeister der Stadt am Montag.", *STORM
    )
    mixed = content.replace(STORM[0].encode(), STORM[0].encode() + " Café “Sud”.".encode("cp1252"))
    text = read(mixed).source_text
    assert "Käse und Brötchen" in text
    assert "Café “Sud”." in text


def test_characters_that_cannot_be_stored() -> None:
    odd = STORM[0] + " a\u0000b &#xD800;&#0;&#x1F600; e\u0301"
    text = read(page(odd, *STORM[1:])).source_text
    assert "\0" not in text
    assert "é" in text
    assert text.encode()


def test_entities_are_characters_and_bombs_go_off_nowhere() -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "&a{n};&a{n};">' for n in range(40))
    declared = f'<!DOCTYPE html [<!ENTITY a0 "lol"><!ENTITY x SYSTEM "file:///etc/hosts">{bomb}]>'
    content = page(STORM[0] + " &amp; &eacute; &a40; &x;", *STORM[1:]).decode()
    text = read(content.replace("<!DOCTYPE html>", declared).encode()).source_text
    assert "& é" in text
    assert "localhost" not in text
    assert "lollol" not in text
