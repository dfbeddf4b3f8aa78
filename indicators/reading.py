"""An own indicator read back: its sentence in Polish, what in it contradicts itself, and who counts on the day."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from activities.vocabulary import EventKind
from projects.templatetags.polish import counted, day, number, plural

from .contradictions import contradictory
from .definitions import Definition
from .models import Counts, Register
from .queries import Figure, compute
from .wordlist import ALWAYS, sentence_of


@dataclass(frozen=True)
class Reading:
    """What the page says of an indicator while it is put together; ``value`` is None when nobody can count it."""

    clauses: list[str]
    thing: str
    contradictions: list[str]
    on: date
    value: Figure | None

    @property
    def count(self):
        """Who counts on the day, in words: "dziś liczą się 4 osoby: 3 kobiety, 1 mężczyzna"."""
        if self.value is None:
            return ""
        when = _("Dziś") if self.on == timezone.localdate() else _("Na dzień %(day)s") % {"day": day(self.on)}
        if self.value.women is None:
            return _("%(when)s wartość to %(value)s.") % {"when": when, "value": number(self.value.total)}
        if not self.value.total:
            return _("%(when)s nie liczy się nikt.") % {"when": when}
        return f"{when} {_people(self.value)}."


def _people(value):
    verb = plural(value.total, "liczy się", "liczą się", "liczy się")
    women = counted(value.women, "kobieta", "kobiety", "kobiet")
    men = counted(value.men, "mężczyzna", "mężczyźni", "mężczyzn")
    parts = ", ".join(part for part, number_of in ((women, value.women), (men, value.men)) if number_of)
    return f"{verb} {counted(value.total, 'osoba', 'osoby', 'osób')}: {parts}"


def read(project, definition: Definition, names: dict[str, str]) -> Reading:
    """Reads the definition and counts it in the project on its own day. ``names`` are the project's forms of support by key."""
    words = [word for word in definition.words if word.name not in ALWAYS]
    on = project.default_day()
    return Reading(
        clauses=[clause(word, names) for word in words] if definition.counts_people else [],
        thing="" if definition.counts_people else thing(definition, names),
        contradictions=[sentence_against(pair) for pair in contradictory(words)],
        on=on,
        value=compute([project], [definition], on)[project.pk][definition.key].value,
    )


def clause(word, names):
    """The word as it follows "osoba, która": a form of support by its name, and what others confirmed with "której"."""
    sentence = sentence_of(word)
    name = names.get(word.name.partition(":")[2])
    if name:
        sentence = sentence.replace(str(_("tę formę wsparcia")), _("formę wsparcia „%(name)s”") % {"name": name})
    with override("pl"):  # how the sentence is built shows in its own language
        is_confirmed = " potwierdzono " in str(word.phrase)
    if is_confirmed:
        return _("której %(fact)s") % {"fact": sentence}
    return _("ma %(fact)s") % {"fact": sentence} if word.name.startswith(("citizen_", "disability_")) else sentence


def sentence_against(pair):
    """Names two words of which no person can satisfy both."""
    one, other = map(sentence_of, pair)
    return _("Zdania „%(one)s” i „%(other)s” wykluczają się: nikt nie może się liczyć.") % {"one": one, "other": other}


def thing(definition, names):
    """What an indicator that counts no people counts."""
    support = names.get(f"f{definition.form_of_support}", "")
    sentence, what = {
        Counts.REGISTER: (_("wpisy do rejestru „%(what)s” z nazwanym dowodem"), _label(Register, definition.register)),
        Counts.SESSIONS: (_("odbyte zajęcia formy wsparcia „%(what)s”"), support),
        Counts.LEADERS: (_("różne osoby prowadzące zajęcia formy wsparcia „%(what)s”"), support),
        Counts.EVENTS: (_("wydarzenia rodzaju „%(what)s”"), _label(EventKind, definition.event_kind)),
        Counts.VISITORS: (
            _("goście wydarzeń rodzaju „%(what)s”, bez nazwisk"),
            _label(EventKind, definition.event_kind),
        ),
    }[definition.counts]
    return sentence % {"what": what}


def _label(choices, value):
    return choices(value).label if value else ""
