"""The list of participants, its files, and passing data on to the institution."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted, number, plural

from .. import exports
from ..actions import mark_reported
from ..filters import STATES, ParticipantFilter, counts_of
from ..institutions import takes_institutions
from ..requirements import COLUMNS
from ..vocabulary import Scope

PAGE = 20
FORMS = {
    Scope.SL2014: "SL2014",
    Scope.SMEFS: gettext_lazy("SM EFS, 43 kolumny"),
    Scope.BASIC: gettext_lazy("podstawowy"),
}
# What a row of the list shows, and what tells of a draft which fields it lacks.
OF_PERSON = ("last_name", "first_name", "pesel", "other_identifier")
SHOWN = (
    "project",
    "scope",
    "sex",
    "age_at_entry",
    "labour_status",
    "labour_detail",
    "entered_on",
    "left_on",
    "is_complete",
    "reported_on",
    *(f"person__{column}" for column in OF_PERSON),
    *COLUMNS,
)


def participation_list(request, project_slug):
    """The people of the project: searched, narrowed, sorted, a page at a time."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    wanted = ParticipantFilter(request.GET, project)
    narrowed = wanted.narrow(project.participations.all())
    counts = counts_of(narrowed)
    if not counts[""] and not wanted.is_narrowing:
        return nobody_yet(request, project)
    page = page_of(wanted.chosen(narrowed).select_related("person").only(*SHOWN), counts[wanted.state], request)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"uczestnicy, strona {page.number}")
    context = {
        "project": project,
        "filter": wanted,
        "page": page,
        "shown": shown_sentence(page),
        "counted": counted_sentence(counts, wanted.state),
        "quick": [("", _("wszyscy"), counts[""]), *[(key, label, counts[key]) for key, (label, _q) in STATES.items()]],
        "ready": counts["kompletny"],
        "drafts": counts["szkic"],
        "takes_institutions": takes_institutions(project),
    }
    return render(request, "participants/participation_list.html", context)


def page_of(participations, total, request):
    """The page asked for; the total is known already and not counted again."""
    paginator = Paginator(participations, PAGE)
    paginator.count = total
    return paginator.get_page(request.GET.get("page"))


def shown_sentence(page):
    """ "Pokazano 1–20 z 95 osób.\""""
    if not page.paginator.count:
        return _("Nikt nie odpowiada temu wyborowi.")
    return _("Pokazano %(first)s–%(last)s z %(people)s.") % {
        "first": number(page.start_index()),
        "last": number(page.end_index()),
        "people": counted(page.paginator.count, "osoby", "osób", "osób"),
    }


IN_WORDS = {1: _("jeden"), 2: _("dwa"), 3: _("trzy"), 4: _("cztery"), 5: _("pięć")}


def counted_sentence(counts, state):
    """ "Do wskaźników liczą się 93, dwa szkice nie.\" Nothing where a state was chosen: then all do or none does."""
    drafts, complete = counts["szkic"], counts[""] - counts["szkic"]
    if state or not counts[""]:
        return ""
    if not drafts:
        return _("Wszystkie liczą się do wskaźników.")
    told = {
        "count": plural(complete, "liczy się", "liczą się", "liczy się"),
        "n": number(complete),
        "drafts": IN_WORDS.get(drafts, number(drafts)),
        "word": plural(drafts, "szkic", "szkice", "szkiców"),
    }
    return _("Do wskaźników %(count)s %(n)s, %(drafts)s %(word)s nie.") % told


def nobody_yet(request, project):
    """What stands in place of the list of a project without people: what it is for, and the ways to begin."""
    ways = []
    if Permission.PARTICIPANTS_EDIT in project.allowed:
        ways.append(
            {
                "title": _("Zapisz pierwszą osobę"),
                "text": _("Formularz w kolejności papierowego, około dziesięciu minut. Można przerwać i wrócić."),
                "url": reverse("participants:add", args=[project.slug]),
                "button": _("Dodaj osobę"),
            }
        )
    if Permission.ACTIVITIES_EDIT in project.allowed:
        ways.append(
            {
                "title": _("Zaplanuj formy wsparcia"),
                "text": _("Szkolenia, doradztwo, staże i ich grupy. Osoby dołączysz do grup, gdy będą zapisane."),
                "url": reverse("activities:add", args=[project.slug]),
                "button": _("Zaplanuj wsparcie"),
            }
        )
    facts = [
        (_("Okres"), f"{project.starts_on:%d.%m.%Y}–{project.ends_on:%d.%m.%Y}"),
        (_("Program"), project.programme),
        (_("Formularz"), FORMS[project.scope]),
    ]
    return render(request, "participants/nobody_yet.html", {"project": project, "ways": ways, "facts": facts})


def export(request, project_slug, format):
    """The narrowed list as a file, every row and every column."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EXPORT)
    if format not in exports.WRITERS:
        raise Http404
    wanted = ParticipantFilter(request.GET, project)
    participations = wanted.chosen(wanted.narrow(project.participations.all()))
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"uczestnicy, plik {format}")
    return exports.WRITERS[format](participations, f"uczestnicy-{project.slug}-{timezone.localdate()}.{format}")


def report(request, project_slug):
    """Marks the complete people of the narrowed list as passed on to the institution; a GET asks first."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_REPORT)
    wanted = ParticipantFilter(request.GET, project)
    ready = wanted.narrow(project.participations.all()).ready()
    back = f"{reverse('participants:list', args=[project.slug])}?{request.GET.urlencode()}"
    if request.method == "POST":
        today = timezone.localdate()
        marked = mark_reported(project=project, by=request.user, participations=ready, on=today)
        messages.success(request, reported_sentence(marked))
        return redirect(back)
    context = {"project": project, "ready": ready.count(), "is_narrowing": wanted.is_narrowing, "back": back}
    return render(request, "participants/report.html", context)


def reported_sentence(marked):
    if not marked:
        return _("Nikt nie czekał na przekazanie.\nNic się nie zmieniło.")
    people = counted(marked, "osobę", "osoby", "osób")
    return _("Oznaczono jako przekazane: %(people)s.\nDzień przekazania to dzisiaj.") % {"people": people}
