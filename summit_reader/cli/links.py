"""`register-links`: have links of other programs opened with this one."""

from __future__ import annotations

from summit_reader.bootstrap import opener
from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.status import Status
from summit_reader.services.link_opening import link_opening


def add_register_links(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "register-links",
        purpose="have summit:// links opened with this program",
        description="Tell the system, for your account, that links to takes (summit://take/12) "
        "are opened with Summit Reader as it is started now. It is never done unasked.",
        epilog="`summit-reader summit://take/12` opens a link without that.",
    )
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--remove", action="store_true", help="take it back")
    steps.add_argument("--status", action="store_true", help="only tell whether it is so")
    parser.set_defaults(run=register_links)


def register_links(call: Call) -> int:
    """Register, take it back, or tell; 1 if `--status` finds that links are not registered."""
    asked, opening = call.arguments, link_opening(opener())
    if asked.remove:
        opening.remove()
    elif not asked.status:
        opening.register()
    registered = opening.is_registered()
    call.screen.data({"registered": registered, "place": opening.place})
    said = "are opened" if registered else "are not opened"
    call.screen.show(f"Links to takes {said} with this program ({opening.place}).")
    return Status.NOTHING_FOUND if asked.status and not registered else Status.FINE
