"""What a coordinator looks at before submitting: what is not counted, what still waits, what does not follow on. Nothing here forbids."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, day, plural

from .models import OURS


@dataclass(frozen=True)
class Check:
    """One thing looked at: whether it is in order, a sentence, and where it can be mended."""

    holds: bool
    sentence: str
    url: str = ""
    link: str = ""


def checklist(application, report):
    """The checks in the order of weight; those in order too, so that one sees what was looked at."""
    slug = application.project.slug
    return [
        _period_over(application),
        *_follows_on(application),
        _drafts(report, slug),
        *_waiting(report, slug),
        *_without_value(report, slug),
    ]


def _period_over(application):
    if application.is_running:
        return Check(False, _("Okres trwa do %(day)s: liczby się jeszcze zmienią.") % {"day": day(application.on)})
    return Check(True, _("Okres skończył się %(day)s.") % {"day": day(application.on)})


def _follows_on(application):
    """The application before this one was sent, and no day lies between the two."""
    earlier = application.predecessor()
    first_day = earlier.until + timedelta(days=1) if earlier else application.project.starts_on
    if earlier and earlier.state in OURS:
        told = {"number": earlier.number, "state": earlier.get_state_display()}
        sentence = _("Wniosek %(number)s za poprzedni okres jest nadal: %(state)s.") % told
        yield Check(False, sentence, earlier.get_absolute_url(), _("Otwórz go"))
    if first_day < application.since:
        told = {"since": day(first_day), "until": day(application.since - timedelta(days=1))}
        yield Check(False, _("Dni od %(since)s do %(until)s nie obejmuje żaden wniosek.") % told)
    elif not earlier or earlier.state not in OURS:
        begins = (
            _("Okres następuje zaraz po poprzednim.") if earlier else _("Okres zaczyna się pierwszego dnia projektu.")
        )
        yield Check(True, begins)


def _drafts(report, slug):
    if not report.drafts:
        return Check(True, _("Wszystkie zapisane osoby mają wymagane dane."))
    told = {
        "people": counted(report.drafts, "osoba", "osoby", "osób"),
        "does": plural(report.drafts, "nie ma", "nie mają", "nie ma"),
    }
    sentence = _("%(people)s %(does)s wymaganych danych; szkic do niczego się nie liczy.") % told
    return Check(False, sentence, reverse("participants:incomplete", args=[slug]), _("Uzupełnij dane"))


def _waiting(report, slug):
    """Those who can still be counted: people without a proof whose time has not run out, entries without a document."""
    waiting = [row for row in report.rows if row.counted.waiting]
    for row in waiting:
        number = row.counted.waiting
        if row.definition.counts_people:
            who = counted(number, "osoba czeka", "osoby czekają", "osób czeka")
            what = _("%(who)s na dowód, a termin biegnie: %(name)s.")
        else:
            who = counted(number, "wpis czeka", "wpisy czekają", "wpisów czeka")
            what = _("%(who)s na dowód: %(name)s.")
        url = f"{reverse('indicators:why', args=[slug, row.definition.key])}?on={report.on:%Y-%m-%d}"
        yield Check(
            False,
            what % {"who": who, "name": row.definition.name},
            url,
            _("Zobacz, kto") if row.definition.counts_people else _("Zobacz wpisy"),
        )
    if not waiting:
        yield Check(True, _("Nikt nie czeka na dowód."))


def _without_value(report, slug):
    """Rows with a target that nobody has measured yet."""
    for row in report.with_target:
        if row.value.total is None:
            yield Check(
                False,
                _("Wskaźnik bez wartości: %(name)s.") % {"name": row.definition.name},
                reverse("indicators:dashboard", args=[slug]),
                _("Zobacz pulpit"),
            )
