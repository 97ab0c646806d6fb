"""The words that nearly every text of a language holds, folded as the index folds them.

They are searched for like all others; there are no stop words. Only their pairs are indexed too
(`codec.pairs`), so that “is the” need not be looked for in every text that holds both. Which words
these are decides how fast a phrase is found and nothing else.
"""

from __future__ import annotations

_WORDS = {
    "en": "a about after all also an and any are as at back be because been before being between "
    "but by can could did do does down even first for from get go had has have he her him his "
    "how i if in into is it its just last like made make many may me more most much my new no "
    "not now of on one only or other our out over own people said say says she should so some "
    "still such t take than that the their them then there these they this those through time "
    "to told two under up us very was way we well were what when where which while who will "
    "with would year years you your",
    "de": "aber als am an auch auf aus bei bis da dass dem den der des die ein eine einem einen "
    "einer er es fur haben hat ich ihr im in ist kann mehr mit nach nicht noch nur oder sein "
    "sich sie sind so uber um und uns von vor war was wenn werden wie wir wird zu zum zur",
    "fr": "au aux avec c ce ces d dans de des du elle en est et etait il ils j je l la le les leur "
    "lui mais meme n ne nous on ont ou par pas plus pour qu que qui s sa se ses son sont sur "
    "un une",
    "es": "al como con de del el en es ha la las lo los mas no para pero por que se sin sobre su "
    "sus una y",
    "it": "che con da dei del della di e gli ha i il le nel non per piu si sono una",
    "nl": "dat een en het is met niet op te van voor",
    "pt": "ao com da do dos e em foi na nao o os para por um uma",
}

FREQUENT_WORDS = frozenset(word for words in _WORDS.values() for word in words.split())
"""Of all languages together: a pair is what it is in each of them."""
