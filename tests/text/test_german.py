"""German, which its language file alone teaches the rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.domain.article import ArticleDraft, Hints
from summit_reader.domain.take import TakeKind

DraftOf = Callable[..., ArticleDraft]
GERMAN = Hints(language="de")

QUOTED = [
    ("„Wir schließen den Hafen“, sagte Bürgermeisterin Anna Brandt.", "Anna Brandt"),
    ("Der Sprecher sagte: „Das ist falsch.“", "Der Sprecher"),
    ("„Das ist ein Fehler“, so der Minister.", "der Minister"),
    ("„Das Ergebnis überzeugt niemanden“, schrieb die Zeitung.", "die Zeitung"),
    ("Der Kanzler sprach von einem „historischen Tag“.", "Der Kanzler"),
    ("„Wir haben gewonnen“, rief Otto Kern den Anhängern zu.", "Otto Kern"),
    ("Brandt fügte hinzu: „Wir fangen neu an.“", "Brandt"),
    ("„Warum denn nicht?“, fragte Karl Huber, ein Lehrer aus Ulm.", "Karl Huber"),
    ("»Das reicht nicht«, kritisierte die Opposition.", "die Opposition"),
    ("„Wir warten ab“, teilte das Unternehmen mit.", "das Unternehmen"),
    ("Thomas Vogt, Professor an der Universität Bonn, sagte: „Das stimmt nicht.“", "Thomas Vogt"),
    ("Der russische Präsident Wladimir Orlow nannte das Treffen „einen Erfolg“.", "Wladimir Orlow"),
    ("„Die Brücke hält“, versicherte Ingenieurin Eva Moser.", "Eva Moser"),
    ("Am Dienstag erklärte Paul Winter: „Die Straße bleibt zu.“", "Paul Winter"),
    ("„So geht es nicht weiter“, mahnte der Historiker Max Adler.", "Max Adler"),
    ('"Das war knapp", sagte Trainer Ben Ott nach dem Spiel.', "Ben Ott"),
    ("„Niemand weiß das“, räumte Ministerin Klara Jung ein.", "Klara Jung"),
    ("‚Ich bleibe hier‘, sagte Lena Koch. ‚Und das ist gut so.‘", "Lena Koch"),
    ("Nancy Weber bezeichnete den Plan als „reine Show“.", "Nancy Weber"),
    ("„Man muss reden“, betonte Außenminister Jan Holm am Abend.", "Jan Holm"),
    ("„Das glaube ich nicht“, entgegnete Rita Baum.", "Rita Baum"),
    ("Die Gewerkschaft warnte: „Die Preise steigen weiter.“", "Die Gewerkschaft"),
    ("„Der Winter wird hart“, prophezeite der Ökonom Uwe Stein.", "Uwe Stein"),
    ("„Ein guter Tag“, twitterte die Kommission.", "die Kommission"),
    ("Laut dem Forscher Emil Rath ist das „nur der Anfang“.", "Emil Rath"),
    ("„Das Geld fehlt“, klagte Landrat Kurt Maier.", "Kurt Maier"),
    ("„Wir liefern“, versprach Unternehmerin Ute Falk.", "Ute Falk"),
    ("Sabine Roth, Leiterin des Instituts, urteilte: „Das Gesetz ist gut gemeint.“", "Sabine Roth"),
    ("„Alle sind gesund“, bestätigte ein Sprecher der Polizei.", "ein Sprecher"),
    ("Der Kreml kommentierte: „Das ist Theater.“", "Der Kreml"),
    ("„Es reicht“, schimpfte Anwohner Georg Lang.", "Georg Lang"),
    ("„Ich war dabei“, sagte Martha Klein, 82, Rentnerin aus Jena.", "Martha Klein"),
    ("Der Verband sieht das anders: „Hier wird gespart, wo es wehtut.“", "Der Verband"),
    ("Bundeskanzlerin Petra Sommer sagte der Zeitung: „Wir halten Wort.“", "Petra Sommer"),
    ("„Das war ein Fehler“, gab die Ministerin zu.", "die Ministerin"),
    ("„Das Wasser steigt“, berichtete die Feuerwehrfrau Ines Paul.", "Ines Paul"),
]
REPORTED = [
    ("Am Montag sagte Müller, dass die Brücke gesperrt bleibe.", "Müller",
     "die Brücke gesperrt bleibe"),
    ("Peter Müller erklärte, die Brücke bleibe gesperrt.", "Peter Müller",
     "die Brücke bleibe gesperrt"),
    ("Die Brücke bleibt gesperrt, sagte Peter Müller am Montag.", "Peter Müller",
     "Die Brücke bleibt gesperrt"),
    ("Laut Innenministerin Nancy Weber ist die Lage ernst.", "Nancy Weber", "ist die Lage ernst"),
    ("Experten warnen, dass die Preise steigen.", "Experten", "die Preise steigen"),
    ("Das Außenministerium teilte mit, die Botschaft bleibe geschlossen.", "Das Außenministerium",
     "die Botschaft bleibe geschlossen"),
    ("Müller betonte am Abend, er wolle weitermachen.", "Müller", "er wolle weitermachen"),
    ("Die Behörden hätten versagt, kritisierte Eva Lang.", "Eva Lang",
     "Die Behörden hätten versagt"),
    ("Regierungssprecher Jan Holm sagte, man prüfe die Lage.", "Jan Holm", "man prüfe die Lage"),
    ("Die Ministerin betonte, dass sie bleiben wolle.", "Die Ministerin", "sie bleiben wolle"),
    ("Der Präsident erklärte, dass die Truppen abziehen.", "Der Präsident", "die Truppen abziehen"),
    ("Beobachter glauben, dass der Streit weitergeht.", "Beobachter", "der Streit weitergeht"),
    ("Anna Brandt berichtet, dass das Dorf leer steht.", "Anna Brandt", "das Dorf leer steht"),
    ("Der Konzern bestätigte, dass das Werk schließt.", "Der Konzern", "das Werk schließt"),
    ("Kritiker behaupten, die Zahlen seien falsch.", "Kritiker", "die Zahlen seien falsch"),
    ("Der Zug kommt später, teilte die Bahn AG mit.", "Bahn AG", "Der Zug kommt später"),
    ("Max Adler schreibt, dass die Stadt damals brannte.", "Max Adler", "die Stadt damals brannte"),
    ("Die Opposition fordert, dass der Minister geht.", "Die Opposition", "der Minister geht"),
    ("Eva Lindner sagte am Freitag, dass sie nicht antrete.", "Eva Lindner", "sie nicht antrete"),
    ("Analysten vermuten, dass die Zinsen sinken.", "Analysten", "die Zinsen sinken"),
    ("Nach Angaben von Paul Winter fehlt das Geld.", "Paul Winter", "fehlt das Geld"),
    ("Die Straße bleibe gesperrt, erklärte die Polizei.", "die Polizei",
     "Die Straße bleibe gesperrt"),
    ("Otto Kern versicherte, dass niemand verletzt sei.", "Otto Kern", "niemand verletzt sei"),
    ("Wie Eva Lang sagte, bleibt die Schule geschlossen.", "Eva Lang",
     "bleibt die Schule geschlossen"),
    ("Die Regierung weist das zurück, sagte ein Sprecher am Mittwoch.", "ein Sprecher",
     "Die Regierung weist das zurück"),
    ("Das Gericht entschied, dass die Klage unzulässig ist.", "Das Gericht",
     "die Klage unzulässig ist"),
    ("Ein Diplomat sagte, dass die Gespräche stocken.", "Ein Diplomat", "die Gespräche stocken"),
]  # fmt: skip
NOBODY = [
    "Der Film „Der stille See“ läuft im Kino.",
    "Die „Kleine Bühne“ öffnet am Samstag.",
    "Das Schiff liegt seit Montag im Hafen.",
    "Er hat nicht gesagt, wann er kommt.",
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_quoted_words(draft_of: DraftOf, text: str, speaker: str) -> None:
    takes = draft_of(text, GERMAN).takes
    assert [(take.kind, take.chain[0].name) for take in takes] == [(TakeKind.DIRECT, speaker)]


@pytest.mark.parametrize(("text", "speaker", "words"), REPORTED)
def test_reported_words(draft_of: DraftOf, text: str, speaker: str, words: str) -> None:
    takes = draft_of(text, GERMAN).takes
    assert [(take.kind, take.chain[0].name, take.anchor.exact) for take in takes] == [
        (TakeKind.INDIRECT, speaker, (words,))
    ]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_speaks(draft_of: DraftOf, text: str) -> None:
    assert draft_of(text, GERMAN).takes == ()


def test_a_quotation_split_by_its_attribution_is_one_take(draft_of: DraftOf) -> None:
    (take,) = draft_of("„Die Lage“, sagte Eva Brandt, „ist ernst.“", GERMAN).takes
    assert take.anchor.exact == ("Die Lage", "ist ernst.")


def test_pronouns_have_genders(draft_of: DraftOf) -> None:
    text = (
        "Die Ökonomin Eva Lindner rechnet nicht mit einer Wende. „Das dauert Jahre“, sagte sie. "
        "Karl Huber hofft auf den Mai. „Dann ist Schluss“, sagte er."
    )
    assert [take.chain[0].name for take in draft_of(text, GERMAN).takes] == [
        "Eva Lindner",
        "Karl Huber",
    ]


def test_the_language_is_told_from_the_text(draft_of: DraftOf) -> None:
    text = "Die Lage ist ernst, und das Dorf ist leer, sagte Anna Brandt. „Wir gehen nicht.“"
    assert draft_of(text).metadata.language == "de"
