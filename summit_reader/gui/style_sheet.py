"""The style sheet of the window, with gaps for the colours of a theme.

`marks` is the folder of ticks and arrows, `on_ground` and `on_tick` the endings of those that can
be seen on a field and in a ticked box. What has no rule here is drawn by Fusion.
"""

from __future__ import annotations

STYLE = """
QToolBar {{ background: {window}; border: none; border-bottom: 1px solid {rule};
            padding: 4px 12px 4px 8px; spacing: 4px; }}
QToolBar::separator {{ width: 1px; background: {rule}; margin: 6px 8px; }}
QMenuBar {{ background: {window}; border: none; }}
QToolButton {{ border: none; border-radius: 5px; padding: 5px 9px; color: {ink}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {select}; }}
QToolButton:disabled {{ color: {ink3}; }}
QToolButton:focus {{ border: 2px solid {focus}; padding: 3px 7px; }}
QToolButton[chip="true"] {{ border: 1px solid {rule_strong}; background: {paper};
    padding: 3px 8px; }}
QToolButton[chip="true"]:hover {{ background: {hover}; }}
QToolButton[chip="true"]:focus {{ border: 2px solid {focus}; padding: 2px 7px; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit {{ background: {paper}; color: {ink}; border: 1px solid {rule_strong};
    border-radius: 5px; padding: 5px 8px; selection-background-color: {solid};
    selection-color: {on_solid}; placeholder-text-color: {ink3}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 4px 7px; }}
QPushButton {{ background: {paper}; color: {ink}; border: 1px solid {rule_strong};
    border-radius: 5px; padding: 5px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 4px 13px; }}
QPushButton:default {{ background: {solid}; color: {on_solid}; border: 1px solid {solid}; }}
QPushButton:default:focus {{ border: 3px double {on_solid}; padding: 3px 12px; }}
QPushButton:disabled, QPushButton:default:disabled {{ background: {window}; color: {ink3};
    border: 1px solid {rule}; }}
QPushButton[flat="true"] {{ background: transparent; border: none; text-decoration: underline;
    text-align: left; padding: 5px 0; }}
QPushButton[flat="true"]:focus {{ border: 2px solid {focus}; }}
QComboBox, QAbstractSpinBox {{ background: {paper}; color: {ink};
    border: 1px solid {rule_strong}; border-radius: 5px; padding: 4px 8px;
    selection-background-color: {solid}; selection-color: {on_solid}; }}
QComboBox:hover {{ background: {hover}; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {ink3}; border-color: {rule};
    background: {window}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 1.7em; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{marks}/down{on_ground}");
    width: 1em; height: 1em; }}
QComboBox QAbstractItemView {{ background: {paper}; color: {ink};
    border: 1px solid {rule_strong}; selection-background-color: {solid};
    selection-color: {on_solid}; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit,
QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0; background: transparent;
    placeholder-text-color: {ink3}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ padding: 0 6px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 1.6em; }}
QAbstractSpinBox::up-arrow {{ image: url("{marks}/up{on_ground}"); width: 0.8em;
    height: 0.8em; }}
QAbstractSpinBox::down-arrow {{ image: url("{marks}/down{on_ground}"); width: 0.8em;
    height: 0.8em; }}
QCheckBox {{ spacing: 0.6em; padding: 3px 5px; }}
QCheckBox::indicator, QAbstractItemView::indicator {{ width: 1em; height: 1em;
    background: {paper}; border: 1px solid {rule_strong}; border-radius: 3px; }}
QAbstractItemView::indicator {{ width: 0.85em; height: 0.85em; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {solid};
    border-color: {solid}; image: url("{marks}/tick{on_tick}"); }}
QCheckBox::indicator:disabled {{ border-color: {rule}; background: {window}; }}
QCheckBox:disabled {{ color: {ink3}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {ink2}; border: none;
    border-bottom: 3px solid transparent; padding: 6px 12px; margin: 3px 1px; }}
QTabBar::tab:selected {{ color: {ink}; background: {select}; border-bottom: 3px solid {ink}; }}
QTabBar::tab:hover {{ background: {hover}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {rule}; }}
QLabel[role="ink"] {{ color: {ink}; }}
QLabel[role="ink2"] {{ color: {ink2}; }}
QLabel[role="on_solid"] {{ color: {on_solid}; }}
QListView, QTextBrowser, QTableView {{ border: none; outline: none; }}
QTableView {{ background: {paper}; }}
QHeaderView {{ background: {window}; border: none; }}
QListView[ground="window"] {{ background: {window}; }}
QListView[ground="paper_alt"] {{ background: {paper_alt}; }}
QTextBrowser {{ background: {paper}; color: {ink};
    selection-background-color: {solid}; selection-color: {on_solid}; }}
QListView[ground="paper"] {{ background: {paper}; }}
QFrame[below="true"] {{ background: {paper}; border: 1px solid {rule_strong};
    border-radius: 5px; }}
QListWidget {{ background: {paper}; border: 1px solid {rule}; }}
QToolButton[compact="true"] {{ padding: 4px 5px; }}
QToolButton[compact="true"]:focus {{ padding: 2px 3px; }}
/* What leads to the menus and tools that do not fit is too narrow for more. */
QToolButton#qt_menubar_ext_button, QToolButton#qt_toolbar_ext_button {{ padding: 0px; }}
QStatusBar QToolButton {{ padding: 0px 6px; }}
QStatusBar QToolButton:focus {{ padding: 0px 4px; }}
QPlainTextEdit[compact="true"] {{ padding: 1px 4px; }}
QPlainTextEdit[compact="true"]:focus {{ padding: 0px 3px; }}
QPlainTextEdit[page="true"] {{ border: none; border-radius: 0; padding: 2px; }}
QPlainTextEdit[page="true"]:focus {{ border: 2px solid {focus}; padding: 0; }}
QPlainTextEdit[bare="true"] {{ border: 1px solid {paper}; padding: 1px 0; }}
QPlainTextEdit[bare="true"]:focus {{ border: 2px solid {focus}; padding: 0; }}
QTableView[ground="paper_alt"] {{ background: {paper_alt}; }}
QSplitter::handle {{ background: {rule}; }}
QStatusBar {{ background: {window}; border-top: 1px solid {rule}; color: {ink2}; }}
QStatusBar::item {{ border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {rule_strong}; border-radius: 3px; min-height: 32px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {rule_strong}; border-radius: 3px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractButton, QAbstractScrollArea, QComboBox, QProgressBar, QScrollBar, QTabBar {{
    widget-animation-duration: 0; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {solid}; color: {on_solid}; border: none; padding: 4px; }}
"""
