"""The words by which reports say who spoke: verbs of saying, titles, groups without a name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(verbs: str) -> frozenset[str]:
    forms: set[str] = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        past = verb[:-1] + "ied" if verb.endswith("ply") else stem + "ed"
        third = verb[:-1] + "ies" if verb.endswith("ply") else verb + "s"
        forms |= {verb, past, third, stem + "ing"}
    return frozenset(forms)


STATING = _forms(
    "add acknowledge announce argue assert claim comment conclude concede confirm contend caution"
    " declare emphasise emphasize estimate explain insist maintain note observe opine point predict"
    " recall remark reply report respond reveal state stress suggest suspect tweet warn"
) | _words(
    "said say says saying told tell tells"
    " telling wrote write writes writing thought admitted admits"
    " admit admitting asked asks ask asking denied denies deny quipped quips vowed vows pledged"
    " pledges joked jokes cautions noted"
)
"""Verbs that can carry a whole statement."""

NAMING = _forms("call describe praise accuse thank mock criticise criticize label brand quote") | (
    _words("dubbed dubs dub referred refers refer hailed hails slammed slams urged urges")
)
"""Verbs that carry a phrase: "called it “a farce”". Alone they introduce no indirect statement."""

BARE = _words(
    "said say says saying argue argues argued claim claims claimed insist insists insisted predict"
    " predicts predicted warn warns warned suggest suggests suggested admit admits admitted"
)
"""Verbs after which a statement may follow without "that"."""

PRONOUNS = _words("he she they who it")

OUTLET_NOUNS = _words(
    "broadcaster newspaper paper agency magazine site website daily weekly network outlet"
)
"""What stands for the outlet that was named before: "the broadcaster reports"."""

GROUPS = _words(
    "analysts analyst observers observer experts expert officials official sources source critics"
    " commentators diplomats diplomat insiders residents witnesses witness economists supporters"
    " opponents activists activist researchers scientists aides aide lawmakers campaigners"
    " spokesman spokeswoman spokesperson people others some many authorities police prosecutors"
    " investigators"
)
"""Speakers who have no name in the text."""

OFFICIAL_TITLES = _words(
    "president minister premier secretary spokesman spokeswoman spokesperson leader chancellor"
    " senator ambassador envoy mayor governor general official commissioner king queen prince"
    " princess lawmaker congressman congresswoman prosecutor judge chairman presidential chief"
    " sen rep gov gen pope representative"
)
EXPERT_TITLES = _words(
    "analyst expert professor researcher fellow director economist historian scholar lecturer"
    " scientist author columnist journalist correspondent editor reporter lawyer activist"
    " strategist specialist scientist doctor dr prof"
)
TITLES = OFFICIAL_TITLES | EXPERT_TITLES
PUBLIC_BODIES = _words(
    "kremlin ministry government pentagon parliament congress senate commission council"
    " department court police army nations union cabinet administration embassy office"
)
BODY_WORDS = PUBLIC_BODIES | _words(
    "institute university centre center agency association bank committee party group foundation"
    " company corporation inc house press news college school party organisation organization"
    " network coalition movement bureau service house"
)
PLACE_WORDS = _words(
    "north south east west united new saint soviet far world european international national cold"
    " iron korea korean russia russian china chinese america american britain british"
)
"""Words with which no name of a person begins."""

FUNCTION_WORDS = _words(
    "a an the of in on at by for from with"
    " without to as but and or if when while after before since"
    " until because although though despite during that which what where than then so not no his"
    " her their its this these those into over under about also however meanwhile like unlike"
    " is was were are be been being has had have"
)

OPENING_WORDS = FUNCTION_WORDS | _words(
    "he she it they we you i my our your all some many most each every few several both such there"
    " here now yes well even just only still yet today yesterday earlier later last next first one"
    " two three who why how according asked meanwhile instead moreover monday tuesday wednesday"
    " thursday friday saturday sunday"
)
"""Words that open sentences with a capital and belong to no name."""

HONORIFICS = _words("Mr Mrs Ms Sir Lord Lady Dame Minister State General")
"""Capitalised words before a name that are none of its own."""

NO_APPOSITION = _words(
    "and but who which as while when after in on at with to for from according he she they his her"
    " their it though although because"
)
"""Words with which what follows a name and a comma is no apposition to it."""

ABBREVIATIONS = _words(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj adm st rev hon jr sr inc co corp ltd no"
    " vs etc jan feb aug sept oct nov dec"
)
"""What a full stop follows without ending the sentence."""
