"""Which commands the parts of the window offer themselves, besides the menus."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QWidget

from summit_reader.gui.actions import Actions
from summit_reader.gui.look import Look
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.wording import tr


def furnished(look: Look, actions: Actions) -> Rooms:
    """The central area with its buttons and menus tied to the commands."""
    return Rooms(
        look,
        pane_actions=[
            actions[name]
            for name in (
                "copy_one",
                "pin",
                "versions",
                "add_to_point",
                "refuse",
                "outline",
                "set_outlet",
                "details",
                "open_original",
            )
        ],
        pin=actions["pin"],
        export=actions["export"],
        comparison_actions=[actions[name] for name in ("new_comparison", "rename_comparison")],
        pair_actions=[actions[name] for name in ("previous_pair", "next_pair")],
        first_actions=[
            (actions["import"], tr("Import files…"), "import"),
            (actions["paste"], tr("Paste text…"), "paste"),
            (actions["sample_library"], tr("Open sample library"), "library"),
        ],
    )


def put_undo(stack: QUndoStack, actions: Actions, window: QWidget) -> None:
    """Undo and redo, which name the step they are about, at the top of the Edit menu."""
    menu = actions.menus["&Edit"]
    first = menu.actions()[0]
    for make, key in (
        (stack.createUndoAction, QKeySequence.StandardKey.Undo),
        (stack.createRedoAction, QKeySequence.StandardKey.Redo),
    ):
        action = make(window)
        action.setShortcuts(QKeySequence.keyBindings(key))
        menu.insertAction(first, action)
