"""The noun phrase before a verb: past adverbs, appositions and relative clauses."""

from __future__ import annotations

from dataclasses import replace

from summit_reader.text.names.naming import Name, NameKind
from summit_reader.text.phrases.main_subjects import MainSubjects
from summit_reader.text.phrases.noun_phrases import LONGEST_APPOSITION, LONGEST_PHRASE, NounPhrase
from summit_reader.text.tokens import DASHES, QUOTE

LONGEST_GROUP = 4
"""Words of a group without article: "senior Western officials"."""

YEAR = 4
"""Figures of a year."""

_PARENTHESES = frozenset((",", "(", ")")) | DASHES


class PhrasesBefore(MainSubjects):
    """Finds the subject of a verb to its left."""

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
            before_time = self._before_time(at, lowest)
            if before_time < at:
                at = before_time
                continue
            if words[at - 1][0].isupper() and at - 1 > lowest:
                break
            if low in skipped or self.is_adverb(low):
                at -= 1
            elif low in grammar.infinitive and at - 2 >= lowest:
                verb = lows[at - 2]
                if verb not in grammar.leading_verbs:
                    break
                at -= 2
            elif (
                low in grammar.leading_verbs
                and at < len(lows)
                and lows[at] in grammar.infinitive | {"on"}
            ):
                at -= 1
            else:
                break
        return at

    def _before_time(self, at: int, lowest: int) -> int:
        """Where "this week", "on Tuesday" or "in 2010" before `at` begins; else `at`."""
        lows = self.paragraph.lows
        grammar = self.language.grammar
        begin = at
        while begin > lowest and (
            lows[begin - 1] in grammar.time_words or self._is_year(begin - 1)
        ):
            begin -= 1
        if begin == at:
            return at
        if begin > lowest and lows[begin - 1] in grammar.prepositions:
            begin -= 1
        elif lows[begin] not in grammar.determiners and not self.paragraph.is_capital(begin):
            return at
        return begin if begin > lowest else at

    def _is_year(self, at: int) -> bool:
        return len(self.paragraph.words[at]) == YEAR and self.paragraph.words[at].isdigit()

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

    def _common(self, after: int, lowest: int) -> NounPhrase | None:
        """A noun phrase without a name of its own: with an article, or a group."""
        lows = self.paragraph.lows
        grammar = self.language.grammar
        is_noun = self.modifies(after - 1) or lows[after - 1] in self.language.people.groups
        if not is_noun or not self.paragraph.words[after - 1][0].isalnum():
            return None
        limit = max(lowest, after - LONGEST_PHRASE)
        begin = after - 1
        while begin > limit and self.modifies(begin - 1) and self._owner(begin - 1) is None:
            begin -= 1
        if begin <= limit:
            return self._bare(after, begin, lowest)
        owner = self._owner(begin - 1)
        if owner is not None:
            has_article = owner.first > lowest and lows[owner.first - 1] in grammar.determiners
            return self._with_complement(owner.first - has_article, after, lowest)
        low = lows[begin - 1]
        if low not in grammar.determiners and low not in self.language.pronouns.possessive:
            return self._bare(after, begin, lowest)
        if low in grammar.affiliating:
            head = self._common(begin - 1, lowest)  # "le porte-parole du gouvernement"
            if head is not None:
                return replace(head, after=after)
        return self._with_complement(begin - 1, after, lowest)

    def _owner(self, at: int) -> Name | None:
        """The name in the possessive that the token `at` ends."""
        name = self.names.covering(self.paragraph, at)
        return name if name is not None and name.possessive and name.after == at + 1 else None

    def _with_complement(self, first: int, after: int, lowest: int) -> NounPhrase:
        """The phrase, or what it complements: "the chairman of the committee"."""
        lows = self.paragraph.lows
        if first - 1 > lowest and lows[first - 1] in self.language.grammar.prepositions:
            name = self.names.ending_at(self.paragraph, first - 1)
            if (
                name is not None
                and not name.possessive
                and lows[first - 1] in self.language.grammar.affiliating
            ):
                start = self.first_of_title(name.first, lowest)
                return NounPhrase(start, after, name=name, place=(first - 1, after))
            head = self._common(first - 1, lowest)
            if head is not None:
                return replace(head, after=after)
        return NounPhrase(first, after, common=self.paragraph.printed(first, after), head=after)

    def _bare(self, after: int, first: int, lowest: int) -> NounPhrase | None:
        """Speakers without article: "analysts", "senior officials", "Trump supporters"."""
        lows = self.paragraph.lows
        last = lows[after - 1]
        number = first
        while number < after - 1 and lows[number] in self.language.grammar.adverbs:
            number += 1
        if self.paragraph.words[number].isdigit() and number < after - 1:
            common = self.paragraph.printed(number, after)
            return NounPhrase(number, after, common=common, head=after)
        joined = self._joined(after, first, lowest)
        if joined is not None:
            return joined
        if last in self.language.people.groups or last in self.language.bodies.peoples:
            first = max(first, after - LONGEST_GROUP)
            while first < after - 1 and (
                lows[first] in self.language.grammar.adverbs
                or lows[first] in self.language.grammar.time_words
            ):
                first += 1
            return self._with_complement(first, after, lowest)
        at = after - 1
        if at - 1 > lowest and lows[at - 1] in self.language.grammar.prepositions:
            head = self._common(at - 1, lowest)  # "officials in Washington", "a man from town"
            return None if head is None else replace(head, after=after)
        name = self.names.covering(self.paragraph, after - 2) if after - 2 >= first else None
        if name is not None and name.after == after - 1:
            return NounPhrase(
                name.first, after, common=self.paragraph.printed(name.first, after), head=after
            )
        return None

    def _joined(self, after: int, first: int, lowest: int) -> NounPhrase | None:
        """Reads "the mayor and former judge", "Roe and her lawyers": two nouns, one subject."""
        lows = self.paragraph.lows
        if first - 2 < lowest or lows[first - 1] not in self.language.grammar.coordinators:
            return None
        one = self.ending_at(first - 1, lowest)
        if one is None or one.pronoun or one.apposition is not None:
            return None
        if one.common and one.after == one.head:
            return NounPhrase(
                one.first, after, common=self.paragraph.printed(one.first, after), head=after
            )
        return replace(one, after=after) if one.common else None

    def _antecedent(self, at: int, lowest: int) -> NounPhrase | None:
        """Whom the relative pronoun at `at` stands for."""
        end = at
        while end > lowest and self.paragraph.words[end - 1] in _PARENTHESES - {")"}:
            end -= 1
        name = self.names.ending_at(self.paragraph, end)
        if name is not None and self._is_place(name):
            return None  # "a nurse in Hull who said": nobody near it
        if name is not None and name.kind is NameKind.PERSON and name.first >= lowest:
            return NounPhrase(self.first_of_title(name.first, lowest), end, name=name)
        found = self.ending_at(end, lowest) or self._noun(end, lowest)
        return None if found is None else self._owner_of_apposition(found, lowest)

    def _is_place(self, name: Name) -> bool:
        """Whether a name is that of a place, or stands where only one does: "in Hull"."""
        before = self.paragraph.lows[name.first - 1] if name.first else ""
        is_located = before in self.language.grammar.publishing and " " not in name.core
        is_known = self.names.full(name.core) != name.core
        return name.kind is NameKind.PLACE or (is_located and not is_known)

    def _noun(self, after: int, lowest: int) -> NounPhrase | None:
        """The lone noun before `after`, as "listeners" in "calls from listeners who said"."""
        at = after - 1
        if at < lowest or not self.modifies(at) or not self.paragraph.words[at][0].isalpha():
            return None
        return NounPhrase(at, after, common=self.paragraph.printed(at, after), head=after)

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
        grammar = self.language.grammar
        sign = words[closing]
        if sign == ")":
            opening = self._opening_bracket(closing, lowest)
            return None if opening is None else self.ending_at(opening, lowest)
        fallback = self._named_after(closing, lowest) if sign == "," else None
        if fallback is not None:
            return fallback
        limit = max(lowest, closing - LONGEST_APPOSITION)
        for at in range(closing - 1, limit, -1):
            if words[at] in {";", ":", QUOTE}:
                break
            if words[at] != sign and not (sign == "," and words[at] == ","):
                continue
            found = self.ending_at(at, lowest)
            if found is None or (
                found.first > lowest and lows[found.first - 1] in self.language.grammar.prepositions
            ):
                continue
            found = self._owner_of_apposition(found, lowest)
            opens = (
                lows[at + 1] in self.language.grammar.apposition_openers
                or words[at + 1][0].isdigit()
            )
            found = replace(found, apposition=(at + 1, closing))
            if found.name is not None and found.is_person:
                return found
            if found.pronoun:
                return found
            begins = found.first == lowest or lows[found.first] in grammar.determiners
            if fallback is None and (opens or found.name is not None or begins):
                fallback = found
        return fallback

    def _named_after(self, closing: int, lowest: int) -> NounPhrase | None:
        """Reads "one of the lawyers, Jane Roe," before its verb: the name is the apposition."""
        name = self.names.ending_at(self.paragraph, closing)
        if name is None or name.kind is not NameKind.PERSON or name.possessive:
            return None
        comma = self.first_of_title(name.first, lowest) - 1
        if comma <= lowest or self.paragraph.words[comma] != ",":
            return None
        described = self.ending_at(comma, lowest)
        if described is None or not described.common:
            return None
        return NounPhrase(
            described.first, closing + 1, name=name, apposition=(described.first, comma)
        )

    def _opening_bracket(self, closing: int, lowest: int) -> int | None:
        for at in range(closing - 1, max(lowest, closing - LONGEST_APPOSITION) - 1, -1):
            if self.paragraph.words[at] == "(":
                return at
        return None
