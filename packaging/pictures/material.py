"""What the pictures show: libraries made for them, and what a reader wrote there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from unittest.mock import patch

from summit_reader import shipped
from summit_reader.bootstrap import Services, make_sample, open_services
from summit_reader.domain.article import Hints
from summit_reader.domain.fetch_errors import NobodyAnswers
from summit_reader.domain.outlet import Label, OutletKind, OutletProfile
from summit_reader.domain.outlet_card import OutletFacts
from summit_reader.intake.fetching import Response
from tests.gui.two_texts import HARBOUR, ISLAND

MY_TAKE = "Both sides agree there was an ask; nobody quoted here says Moscow agreed to it."
NOTE = "Flour, not money. Is there a Russian answer anywhere?"

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
"""When all pictures are taken: drawn anew, they are the same."""

CLOCKS = (
    "services.backing_up", "services.following", "services.polling", "services.shelving",
    "store.backups", "store.articles", "store.loading",
)  # fmt: skip
"""The modules that ask what time it is."""

QUAY = """المجلس يصوّت على إغلاق خط العبّارة

صوّت المجلس مساء الثلاثاء على إغلاق الخط الذي يربط المدينة بالجزيرة منذ 112 عاماً.

وقالت رئيسة البلدية Ingrid Solberg: «لا يمكننا أن نواصل الدفع مقابل سفن فارغة بينما يتسرّب الماء \
من سقف المدرسة فوق رؤوس أطفالنا».

ورأى تور إيده، وهو راعي أغنام، أن «سيارة الأجرة المائية أصغر من أن تتسع لنقّالة».
"""

REVIEW = """Harbour to close for good

Evening News, 4 March 2026

The town council met in a crowded hall on Monday evening to talk about the old harbour.

Subscribe to our newsletter!

“We will close the harbour for good,” said Ada Byrne, the mayor of the town. “Nobody will pay.”

Fishermen left the hall before the vote was taken.

Keep reading for free!
"""

TABLE = """Zeile;Wortlaut, ganz;date;Blatt
Harbour shut;The quay is closed, and nobody said why;2026-03-04;Harbour Post
Harbour saved;The council has found the money after all;2026-03-05;Island Mail
Ships wait;Four ships lie outside the breakwater;2026-03-05;Harbour Post
"""

FEED = "https://news.example/feed"
QUIET_FEED = "https://quiet.example/feed"
SITE = "https://site.example"
HEADLINES = (
    "Harbour to close for good", "Ferry line loses its last captain", "Who pays for the quay?",
    "A crane for the new terminal", "Islanders count the boats that are left",
)  # fmt: skip
ITEM = "“We will close the harbour,” said Ada Byrne, the mayor of the town. Nobody clapped."
SITE_PAGE = "".join(
    f"<link rel=alternate type=application/atom+xml title='{name}' href=/{name.split()[0]}>"
    for name in ("News of the coast", "Sport", "Letters to the editor")
)


def sample(folder: Path) -> None:
    """The sample library."""
    make_sample(folder)


def coast(folder: Path) -> None:
    """The sample with reports on a ferry line, one of them in Arabic, labels and a saved search."""
    make_sample(folder)
    services = open_services(folder)
    try:
        for outlet, text, country, language, day in (
            ("Harbour Post", HARBOUR, "NO", "en", date(2026, 3, 4)),
            ("Island Mail", ISLAND, "NO", "en", date(2026, 3, 5)),
            ("صوت الميناء", QUAY, "EG", "ar", date(2026, 3, 6)),
        ):
            profile = OutletProfile(outlet, country, language, OutletKind.NEWSPAPER)
            services.importing.import_text(
                text, outlet, Hints(outlet=profile, published=day, language=language)
            )
        _describe(services, "Harbour Post", ("leaning", "centre"), "Harbour and Tide Ltd")
        _describe(services, "Island Mail", ("leaning", "left"), "Cooperative of the islands")
    finally:
        services.close()


def nothing(folder: Path) -> None:
    """A library without a text."""
    open_services(folder, create=True).close()


def _describe(services: Services, name: str, label: tuple[str, str], owner: str) -> None:
    outlet = next(one for one in services.reading.outlets() if one.outlet.name == name).outlet
    axis, value = label
    facts = OutletFacts.of(services.curating.card(outlet.id).outlet)
    labels = (Label(axis, value, "my own reading", date(2026, 3, 1)),)
    services.curating.edit(
        outlet.id, replace(facts, owner=owner, labels=labels, aliases=(f"The {name}",))
    )


@dataclass
class Wire:
    """Answers for a few addresses, as a server would; nobody answers at any other."""

    answers: dict[str, Response] = field(default_factory=dict)

    def get(self, url: str, etag: str = "", last_modified: str = "") -> Response:  # noqa: ARG002
        """The answer that was prepared."""
        if url not in self.answers:
            raise NobodyAnswers(url, reason="no such host")
        return self.answers[url]

    def put(self, url: str, content: str, status: int = 200) -> None:
        """Have this answered at `url`."""
        self.answers[url] = Response(status, url, {}, content.encode(), "")


def wire() -> Wire:
    """A server with a feed of five items, one that is at fault, and a site with three feeds."""
    made = Wire()
    items = "".join(
        f"<item><guid>{number}</guid><title>{name}</title><link>https://news.example/{number}"
        f"</link><pubDate>Wed, 04 Mar 2026 0{number}:00:00 GMT</pubDate>"
        f"<description>{ITEM}</description></item>"
        for number, name in enumerate(HEADLINES)
    )
    made.put(
        FEED, f"<rss version='2.0'><channel><title>Evening News</title>{items}</channel></rss>"
    )
    made.put(QUIET_FEED, "<rss version='2.0'><channel><title>Quiet Coast</title></channel></rss>")
    made.put(SITE, SITE_PAGE)
    return made


class _Noon(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # datetime's Self
        """Always the same moment."""
        return NOON.astimezone(tz)


@contextmanager
def staged(server: Wire) -> Iterator[None]:
    """The clock stands still, and the network is that server."""
    with ExitStack() as stage:
        for module in CLOCKS:
            stage.enter_context(patch(f"summit_reader.{module}.datetime", _Noon))
        stage.enter_context(patch.object(shipped, "fetcher", lambda: server))
        yield
