"""The words to choose from, under the headings of the facts they ask for, so that one finds them among a hundred."""

import re
import unicodedata
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from . import words
from .checks import lookups
from .definitions import Stage

ALWAYS = ("complete", "entered")
FIELD_OF_STAGE = {Stage.EXIT: "way", Stage.STATUS: "status", Stage.PROOF: "proof"}
MIXED = _("Trudna sytuacja: kilka faktów naraz")
HEADINGS = {
    _("Płeć"): {"sex"},
    _("Status na rynku pracy"): {"labour_status", "labour_detail", "is_long_term", "unemployed_since"},
    _("Zawód i rodzaj uczestnika"): {"occupation", "participant_kind"},
    _("Wykształcenie"): {"education", "education_ends_on"},
    _("Miejsce zamieszkania"): {"degurba", "homeless"},
    _("Gospodarstwo domowe"): {"jobless_household", "household_children", "single_adult_household"},
    _("Niepełnosprawność"): {"disability", "disability_degree", "disability_kind"},
    _("Pochodzenie i obywatelstwo"): {"minority", "foreign_origin", "third_country", "citizenship"},
    _("Zagrożenie wykluczeniem"): {"has_premise", "premise_kinds", "is_surroundings", "other_disadvantage"},
    MIXED: set(),
    _("Usługi i wsparcie"): {"supports_started", "supports_finished"},
    _("Zakończenie udziału"): {"left_on", "exit_reason"},
}
PROVED = _("Co osiągnęła po zakończeniu")


@dataclass(frozen=True)
class Choice:
    """One word to tick: the field of the form that holds it, its sentence, and whether it is ticked or answers the search."""

    field: str
    value: str
    sentence: str
    note: str
    is_ticked: bool
    is_found: bool


@dataclass
class Heading:
    """The words that ask for one kind of fact; open when something under it is ticked or found."""

    label: str
    choices: list[Choice] = field(default_factory=list)

    @property
    def ticked(self):
        return sum(choice.is_ticked for choice in self.choices)

    @property
    def is_open(self):
        return any(choice.is_ticked or choice.is_found for choice in self.choices)


def to_tick():
    """The words that a project may combine: {field of the form: [word]}. What always holds is not asked."""
    found = {name: [] for name in FIELD_OF_STAGE.values()}
    for word in words.PLAIN.values():
        if word.stage in FIELD_OF_STAGE and word.name not in ALWAYS:
            found[FIELD_OF_STAGE[word.stage]].append(word)
    return found


def headings(ticked, searched=""):
    """The words under their headings. ``ticked`` – {field of the form: names of words}, ``searched`` – what somebody looks for."""
    asked = _plain(searched).split()
    found = {str(label): Heading(str(label)) for label in (*HEADINGS, PROVED)}
    for name, offered in to_tick().items():
        for word in offered:
            heading = found[str(heading_of(word))]
            text = _plain(f"{heading.label} {sentence_of(word)} {word.note}")
            is_found = bool(asked) and all(part in text for part in asked)
            choice = Choice(name, word.name, sentence_of(word), str(word.note), word.name in ticked[name], is_found)
            heading.choices.append(choice)
    return [heading for heading in found.values() if heading.choices]


def heading_of(word):
    """The heading of a word: what it proves, or the facts that its condition asks for."""
    if word.stage == Stage.PROOF:
        return PROVED
    fields = {path.split("__")[0] for path in lookups(word.condition)}
    return next((label for label, known in HEADINGS.items() if fields and fields <= known), MIXED)


def sentence_of(word):
    """The word's sentence without a particular day."""
    return re.sub(r"\{day\}", str(_("w dniu sprawozdania")), str(word.phrase))


def _plain(text):
    """Small letters without accents, for searching: "żyje" is found by "zyje"."""
    spread = unicodedata.normalize("NFKD", str(text).lower().replace("ł", "l"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
