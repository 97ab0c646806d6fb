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

    Arrows with Alt move windows from desktop to desktop under some window managers, which keep the
    keys for themselves: what has such a key has another one, too.
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
        Command("preview_imports", "Look at te&xts before they come in", checkable=True),
        Command("import_report", "What the last import brought…"),
        SEPARATOR,
        Command("new_library", "&New library…"),
        Command("open_library", "Open &library…"),
        Command("recent_libraries", "Open &a recent library"),
        Command("own_library", "Use my &own files"),
        Command("sample_library", "Open &sample library"),
        Command("remove_sample", "&Remove sample library…"),
        SEPARATOR,
        Command("back_up", "Back &up now"),
        Command("backups", "Bac&kups…"),
        Command("pack_library", "Save the &whole library as a file…"),
        Command("unpack_library", "Open a librar&y file…"),
        SEPARATOR,
        Command("export", "&Export…", ("Ctrl+Shift+E",), "export"),
        Command("export_results", "Export the list of resul&ts…"),
        Command("merge", "Read a &hand-out back in…"),
        Command("print", "Print &comparison…", (Standard.Print,)),
        SEPARATOR,
        Command("quit", "&Quit", (Standard.Quit,), menu_role=QAction.MenuRole.QuitRole),
    ),
    "&Edit": (
        SEPARATOR,
        Command("copy", "&Copy", (Standard.Copy,)),
        Command("copy_both", "Copy &both with citations", ("Ctrl+Shift+C",)),
        Command("copy_one", "Copy this &quotation with citation", ("Ctrl+Alt+C",)),
        Command("copy_link", "Copy lin&k to this take"),
        SEPARATOR,
        Command("pin", "&Pin", ("Ctrl+D",), "pin"),
        Command("set_outlet", "&Outlet of this text…"),
        Command("details", "Deta&ils of this text…", ("Ctrl+Alt+I",), "notice"),
        Command("open_original", "Open the ori&ginal in the browser…"),
        SEPARATOR,
        Command("edit_note", "&Note on the pinned take", ("F2",)),
        Command("drop_card", "&Unpin the chosen card"),
        Command(
            "move_left", "Move card &left", ("Alt+Shift+Left", "Ctrl+Shift+Left"), repeats=True
        ),
        Command(
            "move_right", "Move card &right", ("Alt+Shift+Right", "Ctrl+Shift+Right"), repeats=True
        ),
    ),
    "&View": (
        Command("grid", "Point × outlet &grid", ("Ctrl+3",), "grid"),
        Command("coverage", "Co&verage over time", ("Ctrl+Shift+H",)),
        SEPARATOR,
        Command(
            "filter", "&Only some outlets or dates…", ("Ctrl+Shift+K",), "filter", checkable=True
        ),
        Command("clear_filters", "Remove all filters", ("Ctrl+Alt+K",)),
        SEPARATOR,
        Command("sidebar", "&Sidebar", ("F9",), checkable=True),
        Command("split", "Spli&t", ("Ctrl+\\",), checkable=True),
        Command("rows", "Panes in ro&ws", ("Ctrl+Alt+R",), checkable=True),
        Command("equalise", "&Equal panes"),
        SEPARATOR,
        Command("blind", "&Blind reading", ("Ctrl+Shift+B",), "blind", checkable=True),
        Command("reveal", "Reveal the outlet in this pane", ("Ctrl+Alt+B",)),
        Command("reveal_all", "Reveal all outlets"),
        SEPARATOR,
        Command("open_quotes", "Open all &quotes", ("Ctrl+Shift+O",), checkable=True),
        Command("expand_quotes", "Expand all quotes", ("Ctrl+Shift++",)),
        Command("collapse_quotes", "Collapse all quotes", ("Ctrl+Shift+-",)),
        Command("caret", "Select text with the &keyboard", ("Ctrl+F7",), checkable=True),
        SEPARATOR,
        # Where plus is typed with Shift, its key is that of the quotes, and "=" the same key.
        Command("larger", "&Larger text", (Standard.ZoomIn, "Ctrl+="), repeats=True),
        Command("smaller", "S&maller text", (Standard.ZoomOut,), repeats=True),
        Command("normal", "&Normal text size", ("Ctrl+0",)),
        SEPARATOR,
        Command("theme_system", "&Follow the system", checkable=True),
        Command("theme_light", "L&ight", checkable=True),
        Command("theme_dark", "&Dark", checkable=True),
        Command("theme_sepia", "Se&pia", checkable=True),
        Command("theme_contrast", "High &contrast", checkable=True),
        SEPARATOR,
        Command("group_by_article", "Group results by &article", checkable=True),
        SEPARATOR,
        Command("full_screen", "F&ull screen", (Standard.FullScreen,), checkable=True),
    ),
    "&Go": (
        Command("search", "&Search", ("Ctrl+L", "Ctrl+Shift+F")),
        Command("find", "&Find in this text", (Standard.Find,)),
        Command("find_next", "Next pla&ce", (Standard.FindNext,), repeats=True),
        Command("find_previous", "Previous place", (Standard.FindPrevious,), repeats=True),
        Command("outline", "Outl&ine of this text…", ("Ctrl+Shift+T",)),
        SEPARATOR,
        Command("points", "&Points", ("Ctrl+1",)),
        Command("outlets", "&Outlets", ("Ctrl+2",)),
        Command("filter_outlets", "Filter outlets"),
        Command("people", "Peop&le…", ("Ctrl+7",)),
        Command("board", "Pin &board", ("Ctrl+4",), "board"),
        Command("strip", "Pinned takes below the panes", ("Ctrl+Shift+D",)),
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
        Command("back", "Back in this pane", ("Alt+Left",), repeats=True),
        Command("forward", "For&ward in this pane", ("Alt+Right",), repeats=True),
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
        Command("compare_each", "Compare a&ll outlets on this point", ("Ctrl+Alt+Return",)),
        SEPARATOR,
        Command("add_pane", "A&dd a pane", ("Ctrl+Alt+P",), "adds"),
        Command("close_pane", "Close th&is pane", (Standard.Close,)),
        Command("swap", "&Swap panes", ("Ctrl+Shift+X",), "swap"),
        Command("order_by_name", "Order panes &by name"),
        Command("shuffle", "Sh&uffle panes"),
        SEPARATOR,
        Command("lock", "Loc&k the panes", ("Ctrl+Shift+L",), checkable=True),
        Command("lock_point", "Lock by point", checkable=True),
        Command("lock_proportional", "Lock in proportion", checkable=True),
        Command("lock_off", "No lock", checkable=True),
        Command("match", "&Match the other panes", ("Ctrl+M",)),
        Command("same_point", "Same points in both panes", ("Ctrl+J",), checkable=True),
        Command("next_pair", "Next pair", ("Ctrl+F8",), "next", repeats=True),
        Command("previous_pair", "Previous pair", ("Ctrl+Shift+F8",), "previous", repeats=True),
        Command("differences", "Di&fferences", ("Ctrl+Shift+J",), checkable=True),
        Command("relate_agrees", "The takes agree", ("Ctrl+Alt+1",)),
        Command("relate_contradicts", "One contradicts the other", ("Ctrl+Alt+2",)),
        Command("relate_adds", "One adds to the other", ("Ctrl+Alt+3",)),
        Command("relate_different_question", "They answer different questions", ("Ctrl+Alt+4",)),
        Command("relate_none", "Nothing said on the takes", ("Ctrl+Alt+0",)),
        SEPARATOR,
        Command("versions", "Other &versions of this take…", ("Ctrl+E",)),
    ),
    "&Board": (
        Command("new_comparison", "&New comparison…", (Standard.New,)),
        Command("rename_comparison", "&Rename comparison…"),
        Command("delete_comparison", "&Delete comparison…"),
        Command("empty_comparisons", "&Empty the bin of comparisons…"),
        Command(
            "next_comparison", "Ne&xt comparison", ("Ctrl+Alt+Down", "Ctrl+PgDown"), repeats=True
        ),
        Command(
            "previous_comparison",
            "Pre&vious comparison",
            ("Ctrl+Alt+Up", "Ctrl+PgUp"),
            repeats=True,
        ),
        SEPARATOR,
        Command("title_column", "&Title of this column", ("Shift+F2",)),
        Command("add_column", "&Add a column"),
        Command("remove_column", "Remove the last &column"),
        Command("column_left", "Move column &left", ("Ctrl+Alt+Shift+Left",), repeats=True),
        Command("column_right", "Move column ri&ght", ("Ctrl+Alt+Shift+Right",), repeats=True),
        SEPARATOR,
        Command("row_up", "Move row &up", ("Ctrl+Alt+Shift+Up", "Ctrl+Shift+PgUp"), repeats=True),
        Command(
            "row_down", "Move row do&wn", ("Ctrl+Alt+Shift+Down", "Ctrl+Shift+PgDown"), repeats=True
        ),
        Command("own_row", "Give the card a row of its &own", ("Ctrl+Alt+O",)),
        SEPARATOR,
        Command("edit_tags", "Tag&s of the card…", ("Ctrl+Alt+T",), "tag"),
        Command("colour_none", "Card without colour"),
        Command("colour_blue", "Card blue"),
        Command("colour_orange", "Card orange"),
        Command("colour_green", "Card green"),
        Command("colour_violet", "Card violet"),
        Command("colour_pink", "Card pink"),
        Command("colour_teal", "Card teal"),
    ),
    "&Point": (
        Command("new_point", "&New point…", ("Ctrl+Shift+N",)),
        Command("point_from_headline", "New point from the &headline…"),
        Command("point_from_thesis", "New point from the &thesis…"),
        Command("point_from_heading", "New point from the &question heading…"),
        Command("point_from_selection", "New point from the &selection…", ("Ctrl+Alt+N",)),
        Command("point_from_search", "New point from the s&earch…"),
        SEPARATOR,
        Command("edit_point", "Question and second &phrase…"),
        Command("remove_point", "Remo&ve this point"),
        SEPARATOR,
        Command("accept_proposal", "A&ccept what is proposed", ("Ctrl+Shift+A",), "check"),
        Command("refuse_proposal", "Re&fuse what is proposed", ("Ctrl+Shift+R",), "x"),
        Command("add_to_point", "&Add this take to the point"),
        Command("refuse", "Take a&way from the point"),
        SEPARATOR,
        Command(
            "move_up",
            "Move &up in the list or board",
            ("Alt+Shift+Up", "Ctrl+Shift+Up"),
            repeats=True,
        ),
        Command(
            "move_down",
            "Move &down in the list or board",
            ("Alt+Shift+Down", "Ctrl+Shift+Down"),
            repeats=True,
        ),
    ),
    "&Story": (
        Command("stories", "&Stories", ("Ctrl+9",)),
        SEPARATOR,
        Command("accept_story", "&Accept this story"),
        Command("rename_story", "&Rename story…"),
        Command("merge_story", "&Merge with another story…"),
        Command("split_story", "&Take the chosen texts out"),
        Command("move_to_story", "&Put the chosen texts into a story…"),
        Command("story_grid", "Show in the &grid"),
    ),
    "Te&xt": (
        Command("articles", "&All texts", ("Ctrl+Shift+1",)),
        SEPARATOR,
        Command("toggle_read", "&Read or unread", ("Ctrl+Shift+U",)),
        Command("toggle_flag", "&Flag", ("Ctrl+Alt+F",)),
        Command("edit_article", "Fac&ts of this text…", ("Ctrl+Alt+U",)),
        Command("only_story", "Only this &story"),
        SEPARATOR,
        Command("delete_article", "&Delete…"),
        Command("bin", "&Bin…"),
    ),
    "&Outlet": (
        Command("outlet_card", "Outlet &card…", ("Ctrl+Shift+2",)),
        Command("only_outlet", "&Only this outlet"),
        SEPARATOR,
        Command("merge_outlets", "&Merge with another outlet…"),
        Command("split_outlet", "&Split off one of its names…"),
        Command("delete_outlet", "&Delete outlet…"),
    ),
    "T&ake": (
        Command("why_take", "&Why this take", ("Ctrl+I",), "notice"),
        Command("peek", "Peek at the conte&xt", ("Ctrl+Shift+P",)),
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
    "Fee&ds": (
        Command("inbox", "&Inbox", ("Ctrl+Shift+I",)),
        SEPARATOR,
        Command("follow_feed", "&Follow a feed…", icon="adds"),
        Command("follow_list", "Follow the feeds of a &list…"),
        Command("export_feeds", "&Export the list of feeds…"),
        SEPARATOR,
        Command("refresh_feeds", "&Refresh all feeds", (Standard.Refresh,)),
        Command("refresh_feed", "Refresh the &chosen feed"),
        Command("feed_settings", "&Settings of the chosen feed…"),
        Command("unfollow", "Sto&p following the chosen feed…"),
        SEPARATOR,
        Command("keep_item", "&Keep the chosen items"),
        Command("dismiss_item", "&Dismiss the chosen items"),
        Command("full_text", "Fetch the full te&xt of this item"),
        Command("keep_all", "Keep &all that is listed"),
        Command("dismiss_all", "Dismiss all that is listed"),
    ),
    "&Tools": (
        Command("palette", "Co&mmands…", ("Ctrl+K",)),
        SEPARATOR,
        Command("both_spellings", "Find &US and UK spellings alike", checkable=True),
        SEPARATOR,
        Command("save_search", "&Save this search"),
        Command("forget_search", "&Forget the chosen saved search"),
        Command("reindex", "&Rebuild the search index"),
        Command("open_links", "Open &links of other programs…"),
        SEPARATOR,
        Command(
            "preferences",
            "S&ettings…",
            ("Ctrl+,",),
            menu_role=QAction.MenuRole.PreferencesRole,
        ),
    ),
    "&Help": (
        Command("help", "&Help", ("F1",)),
        Command("whats_this", "&What is this?", (Standard.WhatsThis,)),
        Command("ask_by_click", "What is this? – by a &click"),
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
