"""Every edit of the library, undone in the order it was done, and made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.arrangement import Place, exchanged
from summit_reader.domain.comparison import Colour, Comparison
from summit_reader.domain.outlet import Label
from summit_reader.domain.person import NameDecision
from summit_reader.domain.relation import Relation
from summit_reader.domain.take import Take
from summit_reader.gui.apart.rows import rows_of
from summit_reader.gui.articles.facts_dialog import FactsDialog
from summit_reader.gui.board.board import Board
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.outlets.card import OutletCardDialog
from summit_reader.gui.points.dialog import PointDialog
from summit_reader.gui.widgets.sides import Side
from summit_reader.services.correcting import Correcting

State = Mapping[str, Any]


def state_of(services: Services) -> State:
    """All that a reader can change in a library, as the services tell it."""
    articles = services.reading.texts()
    outlets = services.reading.outlets()
    ids = [summary.point.id for summary in services.comparing.points()]
    boards = [
        (one.is_binned, services.pinning.comparison(one.id))
        for one in services.pinning.summaries()
        if one.cards or not one.is_binned  # a new one goes into the bin when it is undone
    ]
    return {
        "texts": services.shelving.rows(),
        "facts": [services.shelving.facts(one.article_id) for one in articles],
        "shown": [services.reading.article(one.article_id).cleaned.text for one in articles],
        "takes": [services.reading.takes_in(one.article_id) for one in articles],
        "outlets": [services.curating.card(one.outlet.id).outlet for one in outlets],
        "bin": [replace(one, binned=None) for one in services.shelving.binned()],  # type: ignore[arg-type]
        "points": [services.comparing.view(point_id) for point_id in ids],
        "stories": services.gathering.stories(),
        "people": services.recognising.people(),
        "searches": services.searching.saved(),
        "comparisons": boards,
    }


def differing(one: State, other: State) -> list[str]:
    return [name for name in one if one[name] != other[name]]


class Walk:
    """Makes steps one after the other, and knows what the library held after each."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        self.stack = window.board.stack
        self.names: list[str] = []
        self.states = [self.state()]

    def state(self) -> State:
        """What the library holds once everything asked for so far is kept."""
        answers: list[State] = []
        self._window.session.write(state_of, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def step(self, make: Callable[[], object]) -> None:
        """One step, which is one on the stack, and changes what the library holds."""
        count = self.stack.count()
        make()
        self._qtbot.waitUntil(lambda: self.stack.count() == count + 1)
        self.names.append(self.stack.undoText())
        self.states.append(self.state())
        assert differing(self.states[-2], self.states[-1]), self.names[-1]

    def check(self) -> None:
        """Everything backwards, and everything forwards again."""
        edit = self._window.actions_.menus["&Edit"]
        undo, redo = edit.actions()[:2]
        for at in range(len(self.names), 0, -1):
            assert undo.isEnabled()
            undo.trigger()
            assert differing(self.state(), self.states[at - 1]) == [], f"undo {self.names[at - 1]}"
        assert not undo.isEnabled()
        for at, name in enumerate(self.names, start=1):
            redo.trigger()
            assert differing(self.state(), self.states[at]) == [], f"redo {name}"
        assert not redo.isEnabled()


@pytest.fixture
def walk(paired: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """The window with a pair in its panes; whoever asks is told yes."""
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())
    return Walk(paired, qtbot)


def shown_take(window: MainWindow, side: Side = Side.A) -> Take:
    take = window.desk.take_in(side)
    assert take is not None
    return take


def board_of(board: Board) -> Comparison:
    assert board.comparison is not None
    return board.comparison


def triggers(window: MainWindow) -> dict[str, Callable[[], None]]:
    """What carries out a command, by its name."""
    return {name: action.trigger for name, action in window.actions_.all().items()}


def test_steps_on_the_board(paired: MainWindow, walk: Walk, qtbot: QtBot) -> None:
    board = paired.board
    for side in (Side.A, Side.B):
        walk.step(lambda side=side: paired.pins.toggle(side))  # type: ignore[misc]
    one, other = board_of(board).clippings
    walk.step(lambda: board.set_note(one.id, "Look at the figure."))
    walk.step(lambda: board.set_tags(other.id, ("aid", "money")))
    walk.step(lambda: board.set_colour(one.id, Colour.GREEN))
    walk.step(lambda: board.set_my_take("Neither says who pays."))
    walk.step(lambda: board.set_titles(("Asking", "Holding back")))
    walk.step(lambda: board.arrange(exchanged(board_of(board), one.id, Place(0, 1))))
    walk.step(lambda: board.relate(one, other, Relation.CONTRADICTS))
    walk.step(lambda: board.add_words("Heard on the radio.", Place(1, 0)))
    paired.pages.show_board()
    qtbot.waitUntil(lambda: paired.pages.board.page.lists.rowCount() > 0)
    walk.step(lambda: board.rename("Who pays?"))
    walk.step(lambda: paired.pins.drop(one.id))
    walk.step(lambda: board.create("Another"))
    first = board_of(board).id
    walk.step(lambda: board.throw_away(first))
    walk.check()


def test_steps_about_takes_points_and_stories(
    paired: MainWindow, walk: Walk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger = triggers(paired)
    view = paired.desk.view
    assert view is not None
    point = view.summary.point

    def ask(name: str, question: str, phrase: str = "") -> None:
        trigger[name]()
        (dialog,) = (one for one in paired.findChildren(PointDialog) if one.isVisible())
        dialog.put.emit(question, phrase)
        dialog.close()

    walk.step(trigger["relate_contradicts"])
    walk.step(trigger["confirm_take"])
    walk.step(trigger["refuse"])
    walk.step(trigger["add_to_point"])
    walk.step(lambda: paired.points.place_take(shown_take(paired).id, 2))
    walk.step(lambda: paired.points.place_point(point.id, 3))
    walk.step(lambda: ask("edit_point", "Who will pay?"))
    take = shown_take(paired, Side.B)
    paired.rooms.pair.focus_side(Side.B)
    walk.step(trigger["reject_take"])
    assert take.id not in [one.id for one in walk.states[-1]["takes"][1]]
    walk.step(lambda: ask("new_point", "Who speaks for whom?"))
    qtbot.waitUntil(lambda: paired.desk.view is not None and paired.desk.view.summary.takes == 0)
    walk.step(trigger["remove_point"])
    paired.actions_["stories"].trigger()
    page = paired.pages.stories.page
    qtbot.waitUntil(lambda: page.story is not None)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Vladivostok", True))
    walk.step(trigger["rename_story"])
    walk.check()


def test_steps_about_texts_and_outlets(
    paired: MainWindow, walk: Walk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger = triggers(paired)
    content = paired.rooms.pair.panes[Side.B].content
    assert content is not None
    article_id, outlet = content.article.id, content.article.outlet
    paired.rooms.pair.focus_side(Side.B)

    def put_facts() -> None:
        trigger["edit_article"]()
        qtbot.waitUntil(lambda: paired.findChild(FactsDialog) is not None)
        dialog = paired.findChild(FactsDialog)
        assert dialog is not None
        dialog.put.emit(replace(walk.states[-1]["facts"][article_id - 1], byline="A. Reader"))
        dialog.close()

    def put_card() -> None:
        trigger["outlet_card"]()
        qtbot.waitUntil(lambda: paired.findChild(OutletCardDialog) is not None)
        dialog = paired.findChild(OutletCardDialog)
        assert dialog is not None
        label = Label("leaning", "centre", "a reader")
        dialog.put.emit(replace(dialog.facts(), labels=(label,), notes="A note."))
        dialog.close()

    def choose(name: str) -> None:
        monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: (name, True))

    def restore_removed() -> None:
        pane = paired.rooms.pair.panes[Side.A]
        assert pane.content is not None
        services = paired.session.services
        assert services is not None
        apart = services.restoring.set_apart(pane.content.article.id)
        removed = rows_of(apart, pane.content.article.cleaned.source).removed
        pane.apart.row_asked.emit(removed[0])

    walk.step(trigger["toggle_flag"])
    walk.step(trigger["toggle_read"])
    walk.step(put_facts)
    walk.step(put_card)
    walk.step(restore_removed)
    walk.step(lambda: paired.texts.set_outlet(article_id, "Harbour Post"))
    walk.step(lambda: paired.texts.set_outlet(article_id, outlet.name))
    choose("BBC")
    walk.step(trigger["merge_outlets"])
    walk.step(trigger["split_outlet"])
    walk.step(trigger["delete_article"])
    paired.activateWindow()
    listed = paired.rooms.sidebar.outlet_view
    listed.setCurrentIndex(listed.model().index(0, 0))
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    walk.step(trigger["delete_outlet"])
    walk.check()


def test_saved_searches(paired: MainWindow, walk: Walk) -> None:
    paired.field.setText("flour")
    walk.step(paired.search.save)
    (saved, *_) = walk.states[-1]["searches"]
    walk.step(lambda: paired.search.forget(saved.id))
    walk.check()


def test_names_of_people(paired: MainWindow, walk: Walk) -> None:
    person = next(one for one in walk.states[0]["people"] if len(one.names) == 1)
    other = next(one for one in walk.states[0]["people"] if one.id != person.id)
    names = paired.commands.names
    walk.step(
        lambda: names.make("Same person", lambda s: s.recognising.accept(person.id, other.id))
    )
    walk.step(lambda: names.make("Apart", lambda s: s.recognising.separate(other.id)))
    walk.check()


def test_what_is_done_already_is_taken_back_and_made_again(
    paired: MainWindow, walk: Walk, qtbot: QtBot
) -> None:
    people = walk.states[0]["people"]

    def note(before: tuple[NameDecision, ...]) -> None:
        paired.commands.names.note("Same person", before)

    walk.step(
        lambda: paired.session.write(
            lambda s: s.recognising.accept(people[0].id, people[1].id), note
        )
    )
    paired.board.stack.undo()
    assert differing(walk.state(), walk.states[0]) == []


def test_what_the_library_refuses_leaves_the_stack(
    paired: MainWindow, walk: Walk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.step(paired.actions_["toggle_flag"].trigger)

    def refuse(*_: object) -> None:
        message = "no"
        raise OSError(message)

    monkeypatch.setattr(Correcting, "confirm", refuse)
    monkeypatch.setattr(QMessageBox, "open", lambda _: None)
    problems: list[BaseException] = []
    monkeypatch.setattr(paired, "show_problem", problems.append)
    paired.actions_["confirm_take"].trigger()
    assert walk.stack.count() == 2
    qtbot.waitUntil(lambda: walk.stack.count() == 1)
    assert walk.stack.undoText() == walk.names[0]
    walk.check()
