"""The commands about feeds, tied to what they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from summit_reader.gui.feeds.flow import FeedFlow


def connect(actions: Mapping[str, QAction], feeds: FeedFlow) -> None:
    """Have each command about feeds do what it says."""
    commands: dict[str, Callable[[], None]] = {
        "inbox": feeds.show,
        "follow_feed": feeds.following.follow,
        "follow_list": feeds.following.follow_list,
        "export_feeds": feeds.following.export,
        "feed_settings": feeds.following.settings,
        "unfollow": feeds.following.unfollow,
        "refresh_feeds": feeds.asking.refresh,
        "refresh_feed": feeds.asking.refresh_chosen,
        "keep_item": feeds.sifting.keep,
        "keep_all": feeds.sifting.keep_all,
        "dismiss_item": feeds.sifting.dismiss,
        "dismiss_all": feeds.sifting.dismiss_all,
        "full_text": feeds.sifting.full_text,
    }
    for name, command in commands.items():
        actions[name].triggered.connect(lambda _=False, command=command: command())
