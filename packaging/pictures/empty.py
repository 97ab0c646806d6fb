"""Every page where there is nothing on it yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pictures.material import nothing
from pictures.screens import Sitting
from pictures.studio import Studio
from summit_reader.gui.articles.bin_dialog import BinDialog
from summit_reader.gui.backups.dialog import BackupsDialog
from summit_reader.gui.people.dialog import PeopleDialog

EMPTY = Sitting("Nothing there yet", nothing)


@EMPTY.screen("empty", "A library without a text", chief=True)
def empty(studio: Studio) -> QWidget:
    return studio.window


@EMPTY.screen("empty-inbox", "No feed followed")
def empty_inbox(studio: Studio) -> QWidget:
    studio.do("inbox")
    return studio.window


@EMPTY.screen("empty-board", "Nothing pinned")
def empty_board(studio: Studio) -> QWidget:
    studio.do("board")
    return studio.window


@EMPTY.screen("empty-grid", "No points, no outlets")
def empty_grid(studio: Studio) -> QWidget:
    studio.do("grid")
    return studio.window


@EMPTY.screen("empty-stories", "No stories")
def empty_stories(studio: Studio) -> QWidget:
    studio.do("stories")
    return studio.window


@EMPTY.screen("empty-coverage", "Nothing to count")
def empty_coverage(studio: Studio) -> QWidget:
    studio.do("coverage")
    return studio.window


@EMPTY.screen("empty-articles", "No texts")
def empty_articles(studio: Studio) -> QWidget:
    studio.do("articles")
    return studio.window


@EMPTY.screen("empty-bin", "Nothing in the bin")
def empty_bin(studio: Studio) -> QWidget:
    studio.do("bin")
    return studio.shown(BinDialog)


@EMPTY.screen("empty-people", "Nobody speaks yet")
def empty_people(studio: Studio) -> QWidget:
    studio.do("people")
    return studio.shown(PeopleDialog)


@EMPTY.screen("empty-backups", "Backups of a new library")
def empty_backups(studio: Studio) -> QWidget:
    studio.do("backups")
    return studio.shown(BackupsDialog)
