"""French, which its language file alone teaches the rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.domain.article import ArticleDraft, Hints
from summit_reader.domain.take import TakeKind

DraftOf = Callable[..., ArticleDraft]
FRENCH = Hints(language="fr")

QUOTED = [
    ("« Nous fermons le port », a déclaré la maire Anne Dubois.", "Anne Dubois"),
    ("« Pourquoi pas ? », demande Paul Leroy, enseignant à Nantes.", "Paul Leroy"),
    ("Le président russe Vladimir Orlov a qualifié la rencontre de « succès ».", "Vladimir Orlov"),
    ("Pour l’historienne Claire Morel, « rien n’est joué ».", "Claire Morel"),
    ("« Il faut agir », insiste Luc Petit, directeur de l’Institut du climat.", "Luc Petit"),
    ("Marine Le Goff a dit : « Je reste. »", "Marine Le Goff"),
    ("La ministre Claire Vidal a dénoncé « une manœuvre ».", "Claire Vidal"),
    ("Pour Luc Morin, président du syndicat, « la grève continue ».", "Luc Morin"),
    ("« Nous restons », disent les habitants.", "les habitants"),
    ("« C’est une chance », affirme l’économiste Jean Roux.", "Jean Roux"),
    ("“La route est longue”, prévient Alice Martin.", "Alice Martin"),
    ("« Tout est prêt », assure la préfecture.", "la préfecture"),
    ("Le syndicat répond : « Nous verrons bien. »", "Le syndicat"),
    ("« Personne ne partira », promet Hugo Blanc, le patron de l’usine.", "Hugo Blanc"),
    ("«Nous avons perdu», reconnaît Bruno Faure.", "Bruno Faure"),
    ("Selon Sophie Girard, le pont est « en mauvais état ».", "Sophie Girard"),
    ("« Le froid arrive », annonce Météo-Lac.", "Météo-Lac"),
    ("« Ils ont peur », raconte un témoin.", "un témoin"),
    ("« Je ne sais pas », avoue Camille Henry.", "Camille Henry"),
    ("Le ministre a évoqué « un malentendu ».", "Le ministre"),
    ("« Cela suffit », a lancé le député Marc Lebrun.", "Marc Lebrun"),
    ("Les avocats ont critiqué « un procès bâclé ».", "Les avocats"),
    ("« La mer monte », constate le chercheur Yves Caron.", "Yves Caron"),
    ("« On nous oublie », regrette Julie Perrin, infirmière à Brest.", "Julie Perrin"),
    ("Le quotidien conclut : « La partie est finie. »", "Le quotidien"),
    ("« Il reviendra », a prédit Thomas Noël.", "Thomas Noël"),
    ("« Le blé manque », s’est inquiété Louis Garnier. Puis Garnier a ajouté : « Le pain aussi. »",
     "Louis Garnier"),
    ("« Rien ne change », soupire Hélène Royer.", "Hélène Royer"),
    ("« Ce n’était pas prévu », a reconnu la ministre.", "la ministre"),
    ("Interrogé par le quotidien, Luc Petit a répondu : « Nous tiendrons parole. »", "Luc Petit"),
    ("« J’étais là », raconte Marthe Petit, 82 ans, retraitée à Dijon.", "Marthe Petit"),
    ("La direction dément : « Aucun poste ne sera supprimé. »", "La direction"),
    ("Denis Colin, chef du parti, a martelé : « Nous gagnerons. »", "Denis Colin"),
    ("« Le vote aura lieu », a confirmé la commission.", "la commission"),
]  # fmt: skip
REPORTED = [
    ("Le gouvernement rejette ces accusations, a déclaré un porte-parole mercredi à Paris.",
     "un porte-parole", "Le gouvernement rejette ces accusations"),
    ("Le tribunal a jugé que la plainte était irrecevable.", "Le tribunal",
     "la plainte était irrecevable"),
    ("Les habitants affirment que personne ne les a prévenus.", "Les habitants",
     "personne ne les a prévenus"),
    ("Jean Martin a expliqué que le pont restait fermé.", "Jean Martin", "le pont restait fermé"),
    ("Le pont reste fermé, a précisé Jean Martin lundi.", "Jean Martin", "Le pont reste fermé"),
    ("Selon le ministre, la situation est grave.", "le ministre", "la situation est grave"),
    ("D’après les experts, les prix vont augmenter.", "les experts", "les prix vont augmenter"),
    ("Les analystes estiment que l’accord ne tiendra pas.", "Les analystes",
     "l’accord ne tiendra pas"),
    ("Le porte-parole du gouvernement a assuré que rien ne changerait.", "Le porte-parole",
     "rien ne changerait"),
    ("Le quotidien écrit que la réforme est morte.", "Le quotidien", "la réforme est morte"),
    ("La police a indiqué que deux hommes étaient blessés.", "La police",
     "deux hommes étaient blessés"),
    ("Anne Dubois affirme que la ville paiera.", "Anne Dubois", "la ville paiera"),
    ("Le Kremlin a démenti que des soldats soient partis.", "le Kremlin",
     "des soldats soient partis"),
    ("Claire Morel rappelle que la guerre dura sept ans.", "Claire Morel",
     "la guerre dura sept ans"),
    ("La grève continue lundi, a annoncé le syndicat.", "le syndicat", "La grève continue lundi"),
    ("Les habitants disent que la rivière a débordé.", "Les habitants", "la rivière a débordé"),
    ("Selon Paul Leroy, les élèves sont fatigués.", "Paul Leroy", "les élèves sont fatigués"),
    ("Luc Petit souligne que le glacier recule.", "Luc Petit", "le glacier recule"),
    ("Le maire a promis que l’école rouvrirait.", "Le maire", "l’école rouvrirait"),
    ("Les économistes prédisent la fin ; Jean Roux pense que la reprise viendra.", "Jean Roux",
     "la reprise viendra"),
    ("La commission estime que le texte est clair.", "La commission", "le texte est clair"),
    ("Un diplomate a reconnu que la réunion avait échoué.", "Un diplomate",
     "la réunion avait échoué"),
    ("Bruno Faure a ajouté que son fils partirait.", "Bruno Faure", "son fils partirait"),
    ("Le train est en retard, explique Alice Martin.", "Alice Martin", "Le train est en retard"),
    ("Sophie Girard juge que le juge a tort.", "Sophie Girard", "le juge a tort"),
    ("Les responsables ont confirmé que la route était coupée.", "Les responsables",
     "la route était coupée"),
    ("Yves Caron note que l’eau est chaude.", "Yves Caron", "l’eau est chaude"),
    ("Le gouvernement soutient que la loi est juste.", "Le gouvernement", "la loi est juste"),
]  # fmt: skip
NOBODY = [
    "Le film « Le Lac » sort mercredi.",
    "Le pont reste fermé depuis lundi.",
    "Elle n’a pas dit pourquoi.",
    "La « Petite Scène » ouvre samedi.",
]


def takes_in(draft: ArticleDraft) -> list[tuple[TakeKind, str]]:
    return [(take.kind, take.chain[0].name) for take in draft.takes]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_quoted_words(draft_of: DraftOf, text: str, speaker: str) -> None:
    takes = takes_in(draft_of(text, FRENCH))
    assert takes
    assert set(takes) == {(TakeKind.DIRECT, speaker)}


@pytest.mark.parametrize(("text", "speaker", "words"), REPORTED)
def test_reported_words(draft_of: DraftOf, text: str, speaker: str, words: str) -> None:
    takes = draft_of(text, FRENCH).takes
    assert [(take.kind, take.chain[0].name, take.anchor.exact) for take in takes] == [
        (TakeKind.INDIRECT, speaker, (words,))
    ]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_speaks(draft_of: DraftOf, text: str) -> None:
    assert draft_of(text, FRENCH).takes == ()


def test_an_attribution_inside_the_marks_splits_the_words(draft_of: DraftOf) -> None:
    (take,) = draft_of("« La situation, explique Jean Roux, est grave. »", FRENCH).takes
    assert take.anchor.exact == ("La situation", "est grave.")
    assert take.chain[0].name == "Jean Roux"


def test_pronouns_hang_on_their_verbs(draft_of: DraftOf) -> None:
    text = (
        "Jean Roux est arrivé lundi. « Je suis prêt », a-t-il lancé. "
        "Claire Vidal attendait. « Pas moi », répond-elle."
    )
    assert [take.chain[0].name for take in draft_of(text, FRENCH).takes] == [
        "Jean Roux",
        "Claire Vidal",
    ]


def test_the_language_is_told_from_the_text(draft_of: DraftOf) -> None:
    text = "La situation est grave dans les villages, et le pont est fermé, a dit Jean Roux."
    assert draft_of(text).metadata.language == "fr"
