"""Noun phrases that can be speakers: names with titles, pronouns, "the group’s leader", "analysts"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summit_reader.text.languages import Language
from summit_reader.text.names import Name, NameKind, Names
from summit_reader.text.tokens import DASHES, QUOTE, Paragraph

LONGEST_APPOSITION = 40
"""Tokens that may stand between a name and its verb, between commas."""
LONGEST_PHRASE = 10
"""Words of a phrase without a name, up to its article."""
SHORTEST_ADVERB = 4
"""Letters up to which an adverb's ending is part of a short word: "only", "fly"."""
LONGEST_GOVERNED = 5
"""Words that may stand between a preposition and the name it governs."""
LONGEST_MODIFIER = 8
"""Words that belong to a title before a name."""

_BREAKS = frozenset((",", ";", ":", "(", ")", "[", "]", ".", "!", "?", "…", "|", QUOTE)) | DASHES
_PARENTHESES = frozenset((",", "(", ")")) | DASHES


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Who is said to speak, at the tokens from `first` to before `after`.

    One of `name`, `pronoun` and `common` is given; `head` is where a common noun phrase without
    its complements ends. An apposition or relative clause lies between the tokens `apposition`.
    """

    first: int
    after: int
    name: Name | None = None
    pronoun: str = ""
    common: str = ""
    head: int = 0
    apposition: tuple[int, int] | None = None
    place: tuple[int, int] | None = None

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.name is not None and self.name.kind is NameKind.PERSON


@dataclass(frozen=True)
class Phrases:
    """Reads the noun phrases of one paragraph."""

    paragraph: Paragraph
    names: Names
    language: Language

    # ---- to the left of a verb ----

    def subject_before(self, at: int, lowest: int) -> NounPhrase | None:
        """The subject that stands right before the verb at `at`, not beginning before `lowest`."""
        end = self._without_adverbs(at, lowest)
        if end <= lowest:
            return None
        low = self.paragraph.lows[end - 1]
        word = self.paragraph.words[end - 1]
        if low in self.language.pronouns.relative:
            return self._antecedent(end - 1, lowest)
        if low in self.language.grammar.coordinators:
            return self.clause_subject(lowest, end - 1)
        if word in _PARENTHESES:
            return self._past_apposition(end - 1, lowest)
        return self.ending_at(end, lowest)

    def _without_adverbs(self, at: int, lowest: int) -> int:
        """`at`, moved left past adverbs, auxiliaries and verbs that lead to another."""
        lows, words = self.paragraph.lows, self.paragraph.words
        grammar = self.language.grammar
        skipped = self.language.skipped_before_cue
        while at > lowest:
            low = lows[at - 1]
            if words[at - 1][0].isupper() and at - 1 > lowest:
                break
            if low in skipped or self._is_adverb(low):
                at -= 1
            elif low in grammar.infinitive and at - 2 >= lowest:
                verb = lows[at - 2]
                if verb not in grammar.leading_verbs:
                    break
                at -= 2
            elif low in grammar.leading_verbs and at < len(lows) and lows[at] in grammar.infinitive | {"on"}:
                at -= 1
            else:
                break
        return at

    def _is_adverb(self, low: str) -> bool:
        """Whether a word is an adverb by its ending: "repeatedly", but not "family"."""
        endings = tuple(self.language.grammar.adverb_endings)
        is_long = len(low) > SHORTEST_ADVERB
        return is_long and low.endswith(endings) and low not in self.language.known_nouns

    def ending_at(self, after: int, lowest: int) -> NounPhrase | None:
        """The noun phrase whose last token stands right before `after`."""
        if after <= lowest:
            return None
        low = self.paragraph.lows[after - 1]
        if low in self.language.pronouns.third or low in self.language.pronouns.first:
            return NounPhrase(after - 1, after, pronoun=low)
        if self.paragraph.words[after - 1] == ")":
            opening = self._opening_bracket(after - 1, lowest)
            return None if opening is None else self.ending_at(opening, lowest)
        name = self.names.ending_at(self.paragraph, after)
        if name is not None and name.first >= lowest:
            return self._named(name, lowest)
        return self._common(after, lowest)

    def _named(self, name: Name, lowest: int) -> NounPhrase | None:
        if name.possessive:
            return None
        first = self.first_of_title(name.first, lowest)
        head = self._head_before(first, lowest) or self._writer_before(name, first, lowest)
        if head is None:
            before = self.paragraph.lows[first - 1] if first > lowest else ""
            if before in self.language.grammar.agents:
                return None  # "emails combed through by Roe"
            return NounPhrase(first, name.after, name=name)
        if head.name is not None and head.is_person:
            return replace(head, after=name.after, place=(head.after, name.after))
        if head.common:
            return replace(head, after=name.after)
        return NounPhrase(first, name.after, name=name)

    def _head_before(self, first: int, lowest: int) -> NounPhrase | None:
        """The head of "a spokesman for X", if the phrase from `first` on is its complement."""
        lows = self.paragraph.lows
        at = first - 1
        if at > lowest and lows[at] in self.language.grammar.determiners:
            at -= 1
        if at <= lowest or lows[at] not in self.language.grammar.prepositions:
            return None
        name = self.names.ending_at(self.paragraph, at)
        if name is not None:
            if lows[at] not in self.language.grammar.affiliating or name.possessive:
                return None
            return NounPhrase(self.first_of_title(name.first, lowest), at, name=name)
        return self._common(at, lowest)

    def _writer_before(self, outlet: Name, first: int, lowest: int) -> NounPhrase | None:
        """Who writes in an outlet: "Jane Roe in The Times"."""
        lows = self.paragraph.lows
        at = first - 1
        if at > lowest and lows[at] in self.language.grammar.determiners:
            at -= 1
        if outlet.kind is not NameKind.OUTLET or at <= lowest:
            return None
        name = self.names.ending_at(self.paragraph, at)
        if lows[at] not in self.language.grammar.publishing or name is None or name.possessive:
            return None
        return NounPhrase(self.first_of_title(name.first, lowest), at, name=name)

    def first_of_title(self, first: int, lowest: int) -> int:
        """Where the title in small letters before a name begins, its article included."""
        lows, words = self.paragraph.lows, self.paragraph.words
        at = first
        if at - 1 > lowest and lows[at - 2] in self.language.titles and self._is_adjective(at - 1):
            at -= 1  # "le président russe Jean Roe"
        begins = self.language.titles | self.language.people.modifiers
        if at > lowest and lows[at - 1] in begins:
            limit = max(lowest, first - LONGEST_MODIFIER)
            while at > limit and self._modifies(at - 1):
                at -= 1
        if at > lowest and lows[at - 1] in self.language.grammar.determiners:
            at -= 1
        if at < first and words[at] in _BREAKS:
            at += 1
        return at

    def _is_adjective(self, at: int) -> bool:
        return self.paragraph.words[at][0].islower() and self._modifies(at)

    def _modifies(self, at: int) -> bool:
        if self.paragraph.words[at] in _BREAKS:
            return False
        cue = self.paragraph.cues.get(at)
        if cue is not None and not cue.doubtful:
            return False
        return self.paragraph.lows[at] not in self.language.function_words

    def _common(self, after: int, lowest: int) -> NounPhrase | None:
        """A noun phrase without a name of its own: with an article, or a group."""
        lows = self.paragraph.lows
        limit = max(lowest, after - LONGEST_PHRASE)
        at = after - 1
        grammar = self.language.grammar
        if not self.paragraph.words[at][0].isalnum() or not self._modifies(at):
            return None
        while at >= limit:
            low = lows[at]
            if low in grammar.determiners and low in grammar.affiliating and at > lowest:
                head = self._common(at, lowest)  # "le porte-parole du gouvernement"
                if head is not None:
                    return replace(head, after=after)
            if low in grammar.determiners or low in self.language.pronouns.possessive:
                if at + 1 == after and low in grammar.determiners and low not in self.language.people.groups:
                    if at - 1 > lowest and lows[at - 1] in grammar.prepositions:
                        return self._common(at - 1, lowest)  # "a mother of three"
                    return None
                return self._with_complement(at, after, lowest)
            if self.paragraph.is_possessive(at) and at + 1 < after:
                name = self.names.covering(self.paragraph, at)
                if name is not None:
                    first = name.first
                    if first > lowest and lows[first - 1] in grammar.determiners:
                        first -= 1
                    return self._with_complement(first, after, lowest)
            if not self._modifies(at):
                break
            at -= 1
        return self._bare(after, max(at + 1, limit), lowest)

    def _with_complement(self, first: int, after: int, lowest: int) -> NounPhrase:
        """The phrase, or what it complements: "the chairman of the committee"."""
        lows = self.paragraph.lows
        if first - 1 > lowest and lows[first - 1] in self.language.grammar.prepositions:
            name = self.names.ending_at(self.paragraph, first - 1)
            if name is not None and not name.possessive and lows[first - 1] in self.language.grammar.affiliating:
                start = self.first_of_title(name.first, lowest)
                return NounPhrase(start, after, name=name, place=(first - 1, after))
            head = self._common(first - 1, lowest)
            if head is not None:
                return replace(head, after=after)
        return NounPhrase(first, after, common=self._printed(first, after), head=after)

    def _bare(self, after: int, first: int, lowest: int) -> NounPhrase | None:
        """Speakers without article: "analysts", "senior officials", "Trump supporters"."""
        lows = self.paragraph.lows
        last = lows[after - 1]
        if last in self.language.people.groups or last in self.language.bodies.peoples:
            first = max(first, after - 4)
            while first < after - 1 and (
                lows[first] in self.language.grammar.adverbs or lows[first] in self.language.grammar.time_words
            ):
                first += 1
            return self._with_complement(first, after, lowest)
        at = after - 1
        if at - 1 > lowest and lows[at - 1] in self.language.grammar.prepositions:
            return self._common(at - 1, lowest)  # "officials in Washington", "a man from town"
        name = self.names.covering(self.paragraph, after - 2) if after - 2 >= first else None
        if name is not None and name.after == after - 1:
            return NounPhrase(name.first, after, common=self._printed(name.first, after), head=after)
        return None

    def _printed(self, first: int, after: int) -> str:
        return self.paragraph.printed(first, after)

    def _antecedent(self, at: int, lowest: int) -> NounPhrase | None:
        """Whom the relative pronoun at `at` stands for."""
        end = at
        while end > lowest and self.paragraph.words[end - 1] in _PARENTHESES - {")"}:
            end -= 1
        name = self.names.ending_at(self.paragraph, end)
        if name is not None and name.kind is NameKind.PERSON and name.first >= lowest:
            return NounPhrase(self.first_of_title(name.first, lowest), end, name=name)
        found = self.ending_at(end, lowest)
        return None if found is None else self._owner_of_apposition(found, lowest)

    def _owner_of_apposition(self, found: NounPhrase, lowest: int) -> NounPhrase:
        """Whose apposition a common phrase is: "Jane Roe, a teacher who said"; else itself."""
        if found.common and found.first > lowest and self.paragraph.words[found.first - 1] == ",":
            named = self.ending_at(found.first - 1, lowest)
            if named is not None and named.is_person:
                return replace(named, apposition=(found.first, found.after))
        return found

    def _past_apposition(self, closing: int, lowest: int) -> NounPhrase | None:
        """Reads "Jane Roe, a teacher from Hull," before its verb."""
        words, lows = self.paragraph.words, self.paragraph.lows
        sign = words[closing]
        if sign == ")":
            opening = self._opening_bracket(closing, lowest)
            return None if opening is None else self.ending_at(opening, lowest)
        fallback: NounPhrase | None = None
        limit = max(lowest, closing - LONGEST_APPOSITION)
        for at in range(closing - 1, limit, -1):
            if words[at] in {";", ":", QUOTE}:
                break
            if words[at] != sign and not (sign == "," and words[at] == ","):
                continue
            found = self.ending_at(at, lowest)
            if found is None or (
                found.first > lowest
                and lows[found.first - 1] in self.language.grammar.prepositions
            ):
                continue
            found = self._owner_of_apposition(found, lowest)
            opens = lows[at + 1] in self.language.grammar.apposition_openers or words[at + 1][0].isdigit()
            found = replace(found, apposition=(at + 1, closing))
            if found.name is not None and found.is_person:
                return found
            if found.pronoun:
                return found
            if fallback is None and (opens or found.name is not None):
                fallback = found
        return fallback

    def _opening_bracket(self, closing: int, lowest: int) -> int | None:
        for at in range(closing - 1, max(lowest, closing - LONGEST_APPOSITION) - 1, -1):
            if self.paragraph.words[at] == "(":
                return at
        return None

    def clause_subject(self, first: int, after: int) -> NounPhrase | None:
        """The subject of a sentence, for a verb that shares it: the first phrase no preposition governs."""
        main = self._after_introduction(first, after)
        if main > first:
            found = self._first_subject(main, after)
            if found is not None:
                return found
        return self._first_subject(first, after)

    def _after_introduction(self, first: int, after: int) -> int:
        """Where the main clause begins: after the comma, if the sentence opens with an aside."""
        grammar = self.language.grammar
        at = first
        while at < after and self.paragraph.lows[at] in grammar.coordinators:
            at += 1
        if at >= after:
            return first
        opens = self.paragraph.lows[at] in grammar.prepositions | grammar.conjunctions
        cue = self.paragraph.cues.get(at)
        if not opens and not (cue is not None and cue.participle):
            return first
        for comma in range(at + 1, min(after, at + LONGEST_APPOSITION)):
            if self.paragraph.words[comma] == ",":
                return comma + 1
        return first

    def _first_subject(self, first: int, after: int) -> NounPhrase | None:
        lows, words = self.paragraph.lows, self.paragraph.words
        grammar = self.language.grammar
        pronouns = self.language.pronouns
        at = first
        while at < after:
            low = lows[at]
            if low in pronouns.third or low in pronouns.first:
                return NounPhrase(at, at + 1, pronoun=low)
            name = self.names.beginning_at(self.paragraph, at)
            if name is not None:
                governed = self._is_governed(at, first)
                if not governed and not name.possessive and name.kind is not NameKind.PLACE:
                    if name.after < after and self._is_noun_after_name(name.after):
                        return NounPhrase(
                            at, name.after + 1, common=self._printed(at, name.after + 1), head=name.after + 1
                        )
                    return NounPhrase(at, name.after, name=name)
                if not governed and name.possessive and name.after < after:
                    head = name.after
                    while head < after and self._modifies(head) and words[head][0].isalnum() and lows[head] not in grammar.auxiliaries and head - name.after < 3:
                        head += 1
                    if head > name.after and lows[head - 1] in self.language.titles | self.language.people.groups | self.language.bodies.words:
                        return NounPhrase(at, head, common=self._printed(at, head), head=head)
                at = name.after
                continue
            if (
                low in self.language.people.groups or self._is_titled_phrase(at, first)
            ) and not self._is_governed(at, first):
                begin = at
                while begin > first and self._modifies(begin - 1) and begin > at - 3:
                    begin -= 1
                if begin > first and lows[begin - 1] in grammar.determiners:
                    begin -= 1
                return NounPhrase(begin, at + 1, common=self._printed(begin, at + 1), head=at + 1)
            at += 1
        return None

    def _is_titled_phrase(self, at: int, first: int) -> bool:
        """Whether "nominee" at `at` ends a phrase that opens with an article."""
        lows = self.paragraph.lows
        language = self.language
        if lows[at] not in language.titles | language.bodies.outlet_nouns | language.bodies.public:
            return False
        if self.names.covering(self.paragraph, at) is not None:
            return False
        begin = at - 1
        while begin > first and self._modifies(begin) and at - begin < LONGEST_GOVERNED:
            begin -= 1
        return begin >= first and lows[begin] in language.grammar.determiners

    def _is_noun_after_name(self, at: int) -> bool:
        low = self.paragraph.lows[at]
        return low in self.language.bodies.words or low in self.language.people.groups or low in self.language.titles

    def _is_governed(self, at: int, lowest: int) -> bool:
        """Whether a preposition stands before the phrase that begins at `at`, articles aside."""
        grammar = self.language.grammar
        lows, words = self.paragraph.lows, self.paragraph.words
        begin = at - 1
        limit = max(lowest, at - LONGEST_GOVERNED)
        while begin >= limit and (
            lows[begin] in grammar.determiners
            or lows[begin] in self.language.people.modifiers
            or lows[begin] in self.language.titles
            or (begin == at - 1 and words[begin][0].islower() and self._modifies(begin))
        ):
            begin -= 1
        return begin >= lowest and lows[begin] in grammar.prepositions

    # ---- to the right of a verb ----

    def following(self, at: int, highest: int) -> NounPhrase | None:
        """The noun phrase that begins at `at`, or after adverbs there: "said Jane Roe, a teacher"."""
        lows, words = self.paragraph.lows, self.paragraph.words
        grammar = self.language.grammar
        while at < highest and not words[at][0].isupper() and (
            lows[at] in grammar.adverbs or self._is_adverb(lows[at])
        ):
            at += 1
        if at >= highest:
            return None
        low = lows[at]
        if low in self.language.pronouns.third or low in self.language.pronouns.first:
            return NounPhrase(at, at + 1, pronoun=low)
        head = self._head_end(at, highest)
        if head <= at:
            return None
        return self._following_name(at, head, highest) or self._following_common(at, head, highest)

    def _head_end(self, first: int, highest: int) -> int:
        """Where the phrase from `first` on ends, its complements and appositions left out."""
        lows, words = self.paragraph.lows, self.paragraph.words
        grammar = self.language.grammar
        at = first
        while at < highest and at - first <= LONGEST_PHRASE + LONGEST_MODIFIER:
            low, word = lows[at], words[at]
            name = self.names.covering(self.paragraph, at)
            if name is not None and name.first <= at:
                at = name.after
                if name.kind is NameKind.PERSON and " " in name.core and not name.possessive:
                    if at >= highest or not self._goes_on(at):
                        break
                continue
            if word in _BREAKS and not (word in {"’", "'"} ):
                break
            if at > first and (
                low in grammar.prepositions or low in grammar.time_words or low in grammar.conjunctions
                or low in self.language.pronouns.relative or low in self.language.that or low in grammar.auxiliaries
                or at in self.paragraph.cues and not self._is_title_word(at)
            ):
                if low not in grammar.coordinators or not self._joins_titles(at, highest):
                    break
            if at == first and (low in grammar.prepositions or low in grammar.conjunctions or low in self.language.that):
                break
            at += 1
        return min(at, highest)

    def _goes_on(self, at: int) -> bool:
        """Whether a noun follows a full name, which then is no speaker: "the Jane Roe campaign"."""
        word, low = self.paragraph.words[at], self.paragraph.lows[at]
        return word[0].isalnum() and low in self.language.known_nouns

    def _is_title_word(self, at: int) -> bool:
        return self.paragraph.lows[at] in self.language.titles

    def _joins_titles(self, at: int, highest: int) -> bool:
        """Whether "and" at `at` stands inside a title: "co-founder and chairman Jane Roe"."""
        if at + 1 >= highest or at == 0:
            return False
        lows = self.paragraph.lows
        return lows[at - 1] in self.language.titles and lows[at + 1] in self.language.titles | self.language.people.modifiers

    def _following_name(self, first: int, head: int, highest: int) -> NounPhrase | None:
        names = self.names.within(self.paragraph, first, head)
        ending = [name for name in names if name.after == head and not name.possessive]
        lows = self.paragraph.lows
        if ending:
            name = ending[-1]
            after, place = self._place(head, highest)
            apposition = self._apposition(after, highest)
            return NounPhrase(first, after, name=name, apposition=apposition, place=place)
        if head < highest and self.paragraph.words[head] == "," and not names or (
            head < highest and self.paragraph.words[head] == "," and lows[first] in self.language.grammar.determiners | self.language.pronouns.possessive
        ) or (names and names[0].possessive and head < highest and self.paragraph.words[head] == ","):
            # "said the group’s leader, Jane Roe"
            named = self.names.beginning_at(self.paragraph, head + 1)
            if named is not None and named.kind is NameKind.PERSON and not named.possessive:
                return NounPhrase(first, named.after, name=named, apposition=(first, head))
        # "said the leader of the group, Jane Roe"
        if lows[first] in self.language.grammar.determiners and head < highest and lows[head] in self.language.grammar.prepositions:
            at = head
            while at < highest and at - head < LONGEST_MODIFIER and self.paragraph.words[at] not in _BREAKS:
                at += 1
            if at < highest and self.paragraph.words[at] == ",":
                named = self.names.beginning_at(self.paragraph, at + 1)
                if named is not None and named.kind is NameKind.PERSON and not named.possessive:
                    return NounPhrase(first, named.after, name=named, apposition=(first, at))
        return None

    def _following_common(self, first: int, head: int, highest: int) -> NounPhrase | None:
        common = self._printed(first, head)
        after, _ = self._place(head, highest)
        return NounPhrase(first, after, common=common, head=head)

    def _place(self, at: int, highest: int) -> tuple[int, tuple[int, int] | None]:
        """The affiliation in "… of the Rand Institute", and where it ends."""
        lows = self.paragraph.lows
        if at + 1 >= highest or lows[at] not in self.language.grammar.affiliating:
            return at, None
        begin = at + 1
        while begin < highest and lows[begin] in self.language.grammar.determiners:
            begin += 1
        end = begin
        while end < highest:
            name = self.names.covering(self.paragraph, end)
            if name is not None:
                end = name.after
            elif end > begin and lows[end] in self.language.grammar.affiliating | {"and", "the"} and self._name_follows(end, highest):
                end += 1
            else:
                break
        return (end, (at + 1, end)) if end > begin else (at, None)

    def _name_follows(self, at: int, highest: int) -> bool:
        return any(
            self.names.covering(self.paragraph, later) is not None
            for later in range(at + 1, min(at + 3, highest))
        )

    def _apposition(self, at: int, highest: int) -> tuple[int, int] | None:
        """What stands after a name and a comma, up to the next comma or the end."""
        words, lows = self.paragraph.words, self.paragraph.lows
        if at + 1 >= highest or words[at] not in {",", "—", "–", "--"}:
            return None
        end = at + 1
        while end < highest and words[end] not in {QUOTE, ";", ":", "(", "—", "–", "--", "."} and not (words[end] == "," and end > at + 1):
            end += 1
        return (at + 1, end) if end > at + 1 else None
