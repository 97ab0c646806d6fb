"""What everything unusual in the window is: one text each, by class and attribute.

"Sidebar.point_view" is the attribute of every widget of that class, "LockButton" the widget itself;
what has no text of its own is explained by what it stands in.
"""

from __future__ import annotations

from summit_reader.gui.wording import tr

WIDGETS = {
    "ApartSections": "What was set apart from the text: related stories, readers’ comments, and "
    "every part that was removed. Open a section and restore what belongs to the text.",
    "AttributionDialog": "Who says these words, and whose outlet carries them. What you decide "
    "here no later reading overrules.",
    "BackupsDialog": "Every backup of this library, newest first. At the right stands what going "
    "back to the chosen one would change; the library as it is becomes a backup first.",
    "BinDialog": "What was deleted lies here until the bin is emptied. What you bring back is as "
    "it was, on its points and in its stories.",
    "BoardAside": "Your own text on this comparison, its tags, and the sources of all cards, "
    "numbered as they are cited.",
    "BoardPage": "Your comparisons at the left, the one you work on in the middle, and beside it "
    "what you make of it. Everything here can be undone.",
    "BoardView": "Your comparison. Each row sets cards side by side; between neighbours stands "
    "what you say of them: agrees, contradicts, adds. Drag cards and rows, or move them with "
    "Alt+Shift and the arrows.",
    "ChipRow": "Words that several outlets share in the texts that came in last. One click makes "
    "a point of them.",
    "ColumnsDialog": "Which column of the table holds what. The first row shows what would come "
    "in; only the text itself is needed.",
    "CoveragePage": "When each outlet, or each point, was covered. A bar is as high as its "
    "count; striped bars are texts without a date. Enter opens what a cell holds.",
    "DetailsDialog": "Everything known of this text, and where each fact comes from.",
    "DifferencesDialog": "Numbers, dates, names and negations in which the two texts differ, "
    "each with its sentence. What you say of the two takes is kept with the point.",
    "EmptyLibrary": "This library holds nothing yet. Import files, paste a text, or open the "
    "sample library to try everything.",
    "ExportDialog": "How the hand-out will look, shown as you choose. Blind hides the outlets "
    "behind numbers. A hand-out is no backup: File > Back up now makes one.",
    "ExportDialog.blind": "Hides every outlet behind a number, also in the words around a take. "
    "The key to the numbers can stand at the end.",
    "ExportDialog.context": "Prints the sentences before and after each take, so that nobody can "
    "say it was torn out of its place.",
    "FacetsPane": "What all the hits can be narrowed by, with counts. A tick puts the clause "
    "into the search field, where you can change it.",
    "FactsDialog": "What is known of this text. What you put right here stays, whatever a later "
    "import finds.",
    "FeedSettingsDialog": "How this feed is asked. On a schedule it is asked by itself; at first "
    "none is.",
    "FilterBar": "What the library is narrowed to: lists, points, grid, stories, coverage and "
    "searches show nothing else. Each button takes one filter away.",
    "FilterBar.chips": "Each button is a filter that holds everywhere; it takes the filter away. "
    "Two countries are alternatives; a country and a kind must both hold.",
    "FindBar": "Finds words in this text alone. Enter goes to the next place, Esc leaves.",
    "FollowDialog": "The address of a feed, or of a site that has one. It is asked only now and "
    "when you refresh it, unless you set a schedule.",
    "FoundPanel": "What was recognised in the text, each fact with where it comes from. Put it "
    "right here before the text comes in.",
    "FoundPanel.always": "Texts of this outlet come straight in from now on, without this look "
    "at them. The outlet’s card takes that back.",
    "FoundPanel.site": "Pages of this site count as this outlet’s from now on.",
    "GridPage": "Points down, outlets across, and why a cell is empty. The buttons choose the "
    "story, the outlets that have a column, and their order.",
    "GridView": "Points down, outlets across. An empty cell says why it is empty: silent (the "
    "full text is here and says nothing on the point), excerpt only, cut at a paywall, or not in "
    "the library. Choose two cells with Space and press Enter to compare them.",
    "InboxPage": "What the feeds you follow have brought. Nothing is in the library until you "
    "keep it.",
    "KeysDialog": "Every command with its key. Choose one and press the keys you want for it; a "
    "key that is taken says by what.",
    "LabelsTable": "Your own labels: the axis (such as leaning), the value, where it comes from, "
    "and when that was said. The program itself labels nobody.",
    "LockButton": "How panes follow each other when you scroll: by point, so that what belongs "
    "together stands level; in proportion; or not at all. Alt while scrolling moves one side "
    "only.",
    "MergeDialog": "What a hand-out would bring: what is new, what is here, and what differs. "
    "Where both have written something, both are kept.",
    "NetworkPage": "Nothing is asked over the network unless you ask for it: a feed you follow, "
    "a page you name.",
    "OutletButton": "Whose words this pane shows. The menu has the other outlets on this point.",
    "OutletCardDialog": "What is known and said of an outlet. Countries, languages, kinds, "
    "owners and labels are what the library can be narrowed by.",
    "OutletCardDialog.aliases": "Other names of the same outlet, with semicolons between them: "
    "whatever is quoted under one of them counts as this outlet’s.",
    "OutletChoice": "Which outlets have a column. One the library does not know can have one, "
    "too: it says “Not in library”.",
    "PairPreview": "The two takes that Enter opens side by side.",
    "PairsPane": "Passages of both texts on the same thing, with the reason why they belong "
    "together. Enter shows a pair level.",
    "Palette": "Finds every command by a few letters of its name and shows its key.",
    "PasteDialog": "A text from anywhere, with whose it is and when it came out.",
    "PeopleDialog": "Who speaks in which outlets, and how each outlet describes them. Names that "
    "may be the same person are proposed, never joined by themselves.",
    "PeriodDialog": "Only texts from these days count then. Texts without a date are left out.",
    "PinStrip": "What you have pinned to this comparison, in your order. A card leads back to "
    "its sentence; the board shows them in rows and columns.",
    "PinStrip.my_take": "What you make of it all. It is kept as you type, and handed out with "
    "the comparison.",
    "PointDialog": "A point is a question on which takes are set side by side. A second phrase "
    "says in other words what is meant, where the question alone is too vague.",
    "PreferencesDialog": "What is changed here holds at once; there is nothing to confirm.",
    "PreviewDialog": "What would come in. Nothing is kept until you import it.",
    "PreviewView": "The text as it will read. What was recognised stands at the left; removed "
    "lines are struck out. A click or Space restores a line, or removes it.",
    "ReadingPane": "A text with its takes marked: a bar, heavier letters, and a tint. The pane "
    "with the filled letter is the one that commands act on; F6 goes to the next.",
    "ResultsPane": "What was found, grouped by whose words they are. The line above says how the "
    "query was read. Enter opens a hit in the focused pane, Ctrl+Enter in the other one.",
    "SearchChips": "Where to look: everywhere, only in quotations, in headlines, among speakers, "
    "or in readers’ comments.",
    "SearchField": "Finds as you type. Phrases stand in quotation marks; OR, NOT, brackets and * "
    "work; outlet:, country:, speaker:, role:, date: and others narrow the search.",
    "SetAsideDialog": "Takes whose words are gone from their texts, and takes you rejected. Each "
    "can be brought back or tied to its words anew.",
    "ShelfPage": "Every text of the library. A heading sorts, Space flags, Enter opens.",
    "Sidebar.filter": "Leaves the outlets in this list whose name or country has these letters. "
    "The funnel narrows the whole library instead.",
    "Sidebar.outlet_view": "Everybody whose texts or words are here. The number counts their "
    "takes, wherever they are quoted.",
    "Sidebar.point_view": "A point is a question on which takes are compared. Enter opens its "
    "first pair side by side.",
    "Sidebar.saved_view": "Searches you have kept, with the number of texts they find now.",
    "StoryChoice": "Type some letters of a story, and choose it with Enter.",
    "StoryPage": "Texts on the same happening. What the program proposes is called proposed, "
    "with its reason; accept it, or put texts where they belong.",
    "TakePopover": "Why the program takes these words for a take: the verb of saying, the "
    "speaker, and how sure it is. Confirm, reject or correct it here.",
    "TakesPane": "The takes on this point, by whose words they are, with role and source. Below "
    "stands what may belong here, and why the other outlets are not here.",
    "Underway": "What is being done meanwhile, how far it is, and a button that stops it. You "
    "can go on working.",
    "VersionsDialog": "The same words, or the same speaker, in other outlets, word by word: what "
    "is left out is struck through, what is only here is underlined, what is put otherwise "
    "dashed.",
}
"""Sentences in English, which `explain` translates."""

COMMANDS = {
    "add_to_point": "Puts the take in the focused pane on the point at hand.",
    "backups": "Shows every backup and what going back to it would change.",
    "blind": "Hides all outlets behind numbers, so that you judge words and not names.",
    "caret": "Shows a cursor in the text, so that words can be selected without a mouse.",
    "compare_each": "Opens one take of each outlet on this point, in up to six panes.",
    "coverage": "Draws when each outlet or point was covered.",
    "differences": "Lists numbers, dates, names and negations in which both texts differ.",
    "filter": "Narrows the whole window to some outlets or dates.",
    "grid": "Sets all points against all outlets and says why a cell is empty.",
    "match": "Brings the other panes level with the focused one.",
    "mark_take": "Makes the selected words a take, with its speaker and outlet.",
    "pack_library": "Writes the whole library into one file, to be carried to another computer.",
    "peek": "Shows the sentences around a take without leaving where you are.",
    "pin": "Keeps the take on the board, with its source and its words as they are now.",
    "same_point": "Lists passages of both texts on the same thing, with the reasons.",
    "set_apart": "Goes to what was removed from the text, and to its comments.",
    "versions": "Sets other outlets’ versions of the same words below each other.",
    "why_take": "Says by which words the program found out who speaks here.",
}
"""What unusual commands do, by their names."""


def explanation(name: str) -> str:
    """The text for a class or an attribute of one, in the reader's language."""
    return tr(WIDGETS[name])


def command_explanation(name: str) -> str:
    """The text for a command, in the reader's language; empty for a usual one."""
    return tr(COMMANDS[name]) if name in COMMANDS else ""
