"""Why one person counts in one figure or does not: every word with what it rests on, as data and as lines of text. Never a name."""

from datetime import date
from textwrap import fill

from django.utils.translation import gettext as _

from projects.templatetags.polish import day

from . import reasons
from .reasons import COUNTED, EARLIER, GROUPS, Group, Reading

WIDTH, INDENT = 100, " " * 6


def explained(reading: Reading, participation):
    """Everything about one participation as data that JSON can hold; None where the project has no such participation."""
    one = reading.project.participations.filter(pk=participation)
    found = reasons.with_reasons(one, reading.definition, reading.on, reading.before, reading.project)
    person = reasons.with_children(found.order_by("pk").select_related("person")).first()
    if person is None:
        return None
    definition, group = reading.definition, Group(person.group)
    return {
        "project": reading.project.slug,
        "on": reading.on.isoformat(),
        "since": reading.since.isoformat() if reading.since else None,
        "indicator": {"code": definition.code or None, "key": definition.key, "name": str(definition.name)},
        "person": person.reference,
        "counted": group in (COUNTED, EARLIER),
        "in_period": (group == COUNTED) if reading.since else None,
        "measured_on": _measured_on(reading, person, group),
        "group": group.slug,
        "failing": person.failing,
        "words": [_word(reading, word, cell) for word, cell in _pairs(reading, person)],
    }


def _pairs(reading, person):
    return zip(reading.definition.words, reading.cells(person), strict=True)


def _measured_on(reading, person, group):
    found = reading.measured_on(person) if reading.since and group == COUNTED else None
    return found.isoformat() if found else None


def _word(reading, word, cell):
    """One word: what it says, whether it holds, the fact under it and, where it fails, what to do and where."""
    return {
        "name": word.name,
        "sentence": reading.sentence(word),
        "holds": cell.holds,
        "fact": cell.text,
        "to_do": str(cell.action) or None,
        "url": cell.url or None,
    }


def as_lines(data, on, since):
    """The same for a terminal."""
    indicator = data["indicator"]
    head = " ".join(filter(None, [indicator["code"], indicator["name"]]))
    yield fill(head, WIDTH)
    told = {"project": data["project"], "person": data["person"], "on": day(on)}
    yield _("%(project)s, %(person)s, stan na dzień %(on)s") % told
    if since:
        yield _("okres od %(since)s do %(on)s") % {"since": day(since), "on": day(on)}
    yield _verdict(data)
    yield ""
    for number, word in enumerate(data["words"], start=1):
        yield from _lines_of(number, word)


def _verdict(data):
    if data["in_period"] and data["measured_on"]:
        return _("Liczy się w okresie. Dzień pomiaru: %(day)s.") % {"day": day(date.fromisoformat(data["measured_on"]))}
    if data["group"] == EARLIER.slug:
        return _("Liczy się, ale policzono ją już przed okresem.")
    if data["counted"]:
        return _("Liczy się.")
    return _("Nie liczy się (%(group)s). Niespełnione zdania: %(number)s.") % {
        "group": str(GROUPS[reasons.BY_SLUG[data["group"]]][0]).lower(),
        "number": data["failing"],
    }


def _lines_of(number, word):
    mark = _("tak") if word["holds"] else _("NIE")
    yield fill(f"{number:>2}. {mark}  {word['sentence']}", WIDTH, subsequent_indent=INDENT)
    if word["fact"]:
        yield fill(word["fact"], WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
    if word["to_do"]:
        yield f"{INDENT}→ {word['to_do']}: {word['url']}"
