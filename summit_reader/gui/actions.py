"""Every command of the window, declared once: its words, its key, its icon, its place in a menu."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from summit_reader.gui.look import Look
from summit_reader.gui.wording import tr

Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Command:
    """A command; `keys` are tried as alternatives, `checkable` marks a switch.

    Only steps repeat while a key is held: an edit that does undoes itself, or is made ten times.
    """

    name: str
    text: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    icon: str = ""
    checkable: bool = False
    repeats: bool = False
    menu_role: QAction.MenuRole = QAction.MenuRole.NoRole


SEPARATOR = Command("", "")

MENUS: dict[str, tuple[Command, ...]] = {
    "&File": (
        Command("import", "&Import files…", (Standard.Open,), "import"),
        Command("import_folder", "Import a &folder…"),
        Command("import_table", "Import a ta&ble…"),
        Command("paste", "Import &pasted text…", ("Ctrl+Shift+V",)),
        Command("preview_imports", "Look at texts &before they come in", checkable=True),
        SEPARATOR,
        Command("new_library", "&New library…"),
        Command("open_library", "Open &library…"),
        Command("own_library", "Use my &own files"),
        Command("sample_library", "Open &sample library"),
        Command("remove_sample", "&Remove sample library…"),
        SEPARATOR,
        Command("back_up", "&Back up now"),
        Command("backups", "Bac&kups…"),
        Command("pack_library", "Save the &whole library as a file…"),
        Command("unpack_library", "Open a library &file…"),
        SEPARATOR,
        Command("export", "&Export comparison…", ("Ctrl+Shift+E",), "export"),
        Command("export_results", "Export the list of resul&ts…"),
        SEPARATOR,
        Command("quit", "&Quit", (Standard.Quit,), menu_role=QAction.MenuRole.QuitRole),
    ),
    "&Edit": (
        SEPARATOR,
        Command("copy", "&Copy", (Standard.Copy,)),
        Command("copy_both", "Copy &both with citations", ("Ctrl+Shift+C",)),
        Command("copy_one", "Copy this &quotation with citation", ("Ctrl+Alt+C",)),
        SEPARATOR,
        Command("pin", "&Pin", ("Ctrl+D",), "pin"),
        Command("set_outlet", "&Outlet of this text…"),
        SEPARATOR,
        Command("edit_note", "&Note on the pinned take", ("F2",)),
        Command("drop_card", "&Unpin the chosen card"),
        Command("move_left", "Move pinned take &left", ("Alt+Shift+Left",), repeats=True),
        Command("move_right", "Move pinned take &right", ("Alt+Shift+Right",), repeats=True),
    ),
    "&View": (
        Command("sidebar", "&Sidebar", ("F9",), checkable=True),
        Command("equalise", "&Equal panes"),
        Command("open_quotes", "Open all &quotes", ("Ctrl+Shift+O",), checkable=True),
        Command("caret", "Select text with the &keyboard", ("Ctrl+F7",), checkable=True),
        SEPARATOR,
        Command("larger", "&Larger text", (Standard.ZoomIn,), repeats=True),
        Command("smaller", "S&maller text", (Standard.ZoomOut,), repeats=True),
        Command("normal", "&Normal text size", ("Ctrl+0",)),
        SEPARATOR,
        Command("theme_system", "&Follow the system", checkable=True),
        Command("theme_light", "L&ight", checkable=True),
        Command("theme_dark", "&Dark", checkable=True),
        Command("theme_sepia", "Se&pia", checkable=True),
        Command("theme_contrast", "High &contrast", checkable=True),
        SEPARATOR,
        Command("group_by_article", "&Group results by article", checkable=True),
        SEPARATOR,
        Command("full_screen", "F&ull screen", (Standard.FullScreen,), checkable=True),
    ),
    "&Go": (
        Command("search", "&Search", ("Ctrl+L", "Ctrl+Shift+F")),
        Command("find", "&Find in this text", (Standard.Find,)),
        Command("find_next", "Next pla&ce", (Standard.FindNext,), repeats=True),
        Command("find_previous", "Previous place", (Standard.FindPrevious,), repeats=True),
        SEPARATOR,
        Command("points", "&Points", ("Ctrl+1",)),
        Command("outlets", "&Outlets", ("Ctrl+2",)),
        Command("filter_outlets", "Filter outlets"),
        Command("people", "Peop&le…", ("Ctrl+7",)),
        Command("board", "Pin &board", ("Ctrl+4",)),
        Command("set_apart", "What was set &apart from the text", ("Ctrl+8",)),
        Command("facets", "What narrows the search", ("Ctrl+5",)),
        Command("saved", "Saved searches", ("Ctrl+6",)),
        SEPARATOR,
        Command("next_scope", "Search in the next scope", ("F7",), repeats=True),
        Command("previous_scope", "Search in the previous scope", ("Shift+F7",), repeats=True),
        SEPARATOR,
        Command("open_here", "Open in the focuse&d pane"),
        Command("open_across", "Open in the other pane"),
        SEPARATOR,
        Command("next_pane", "Ne&xt pane", ("F6",)),
        Command("previous_pane", "Pre&vious pane", ("Shift+F6",)),
        SEPARATOR,
        Command("next_point", "&Next point", ("Alt+Down",), repeats=True),
        Command("previous_point", "P&revious point", ("Alt+Up",), repeats=True),
        Command("next_outlet", "Next o&utlet", ("Ctrl+]",), repeats=True),
        Command("previous_outlet", "Previous ou&tlet", ("Ctrl+[",), repeats=True),
        Command("next_take", "Next ta&ke", ("F8",), repeats=True),
        Command("previous_take", "Previous tak&e", ("Shift+F8",), repeats=True),
    ),
    "&Compare": (
        Command("compare", "&Compare on this point", ("Ctrl+Shift+Return",), "compare"),
        Command("swap", "&Swap panes", ("Ctrl+Shift+X",), "swap"),
        Command("match", "&Match panes", ("Ctrl+M",)),
        Command("versions", "Other &versions of this take…", ("Ctrl+E",)),
        SEPARATOR,
        Command("new_point", "New &point…", ("Ctrl+Shift+N",)),
        Command("add_to_point", "&Add this take to the point"),
        Command("refuse", "&Take away from the point"),
        Command("remove_point", "&Remove this point…"),
        SEPARATOR,
        Command("new_comparison", "&New comparison…", (Standard.New,)),
        Command("rename_comparison", "Rename c&omparison…"),
    ),
    "T&ake": (
        Command("why_take", "&Why this take", ("Ctrl+I",), "notice"),
        Command("confirm_take", "&Confirm this take", icon="check"),
        Command("reject_take", "&Reject this take", icon="x"),
        Command("attribute_take", "&Speaker and outlet of this take…", icon="pencil"),
        SEPARATOR,
        Command("mark_take", "&Mark the selection as a take…", ("Ctrl+T",)),
        Command("respan_take", "Ma&ke the selection the words of this take"),
        Command("split_take", "S&plit this take at the cursor"),
        Command("merge_take", "Mer&ge this take with the next one"),
        SEPARATOR,
        Command("set_aside", "&Lost and rejected takes…"),
        Command("refresh_takes", "&Find the takes of all texts anew"),
    ),
    "&Tools": (
        Command("palette", "Co&mmands…", ("Ctrl+K",)),
        SEPARATOR,
        Command("both_spellings", "Find &US and UK spellings alike", checkable=True),
        SEPARATOR,
        Command("save_search", "&Save this search"),
        Command("forget_search", "&Forget the chosen saved search"),
        Command("reindex", "&Rebuild the search index"),
    ),
    "&Help": (
        Command("keys", "&Keys…", ("Ctrl+?",)),
        Command("about", "&About Summit Reader", menu_role=QAction.MenuRole.AboutRole),
    ),
}


class Actions:
    """The commands as Qt actions, and the menus that hold them all."""

    def __init__(self, window: QMainWindow, look: Look) -> None:
        self._actions: dict[str, QAction] = {}
        self.menus = {}
        for title, commands in MENUS.items():
            menu = window.menuBar().addMenu(tr(title))
            self.menus[title] = menu
            for command in commands:
                if command is SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self._made(command, window, look))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> dict[str, QAction]:
        """Every command by its name."""
        return dict(self._actions)

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:  # noqa: FBT001  # Qt's way
        """Allow or forbid these commands."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def _made(self, command: Command, window: QMainWindow, look: Look) -> QAction:
        action = QAction(tr(command.text), window)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        action.setMenuRole(command.menu_role)
        if command.name == "export":
            action.setIconText(tr(" Export…"))
        if command.icon:
            look.icons.put(action, command.icon)
            action.setIconVisibleInMenu(False)
        keys: list[QKeySequence] = []
        for key in command.keys:
            if isinstance(key, QKeySequence.StandardKey):
                keys.extend(QKeySequence.keyBindings(key))
            else:
                keys.append(QKeySequence(key))
        action.setShortcuts(keys)
        action.setAutoRepeat(command.repeats)
        self._actions[command.name] = action
        return action


def bare(text: str) -> str:
    """A menu text without its access key and its dots, for a button."""
    return text.replace("&", "").removesuffix("…")
