"""Which commands the parts of the window offer themselves, besides the menus."""

from __future__ import annotations

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
            for name in ("copy_one", "pin", "versions", "add_to_point", "refuse", "set_outlet")
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
