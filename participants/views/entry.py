"""Recording a person, correcting what was recorded at entry, and what the page says while one types."""

import re

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import day
from projects.way_back import way_back

from ..completeness import Completeness
from ..forms.entry import EntryForm
from ..models import Premise
from ..pesel import day_typed, said_by
from ..reentry import come_back
from ..similar import similar_to
from ..surroundings import people_matching

SIMILAR = gettext_lazy(
    "Podobna osoba już jest zapisana.\nTa sama data urodzenia i podobne nazwisko. Jeśli to ta sama osoba, koordynator połączy oba "
    "zapisy na stronie „Możliwe powtórzenia”."
)
NUMBER = re.compile(r"[0-9]{1,19}")
LEAST = 3  # letters from which a search for the main person begins


def participation_add(request, project_slug):
    """Records a person in the project."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    if "continue" in request.POST and (back := came_back(request, project)):
        return back
    if "use_known" in request.POST:
        return entry_page(request, project, filled_from_record(request, project))
    form = EntryForm(request.POST or None, project=project, user=request.user)
    if participation := form.submitted():
        return saved(request, participation)
    return entry_page(request, project, form)


def participation_edit(request, project_slug, pk):
    """Corrects what was recorded at entry."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    participation = get_object_or_404(with_everything(project), pk=pk)
    as_saved = Saved(participation)
    form = EntryForm(request.POST or None, instance=participation, project=project, user=request.user)
    if participation := form.submitted():
        return saved(request, participation)
    if not form.is_bound:
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=form.instance.reference)
    return entry_page(request, project, form, as_saved)


class Saved:
    """What is on record, for the head and the save bar of a page whose form may already hold something else."""

    def __init__(self, participation):
        self.pk, self.name = participation.pk, participation.person.name
        self.state, self.reported_on = participation.state, participation.reported_on
        self.sentence = sentence_of(participation)


def sentence_of(participation):
    """What is saved and what not: "Szkic zapisany o 14:32. Nieprzekazany instytucji.\""""
    moment = timezone.localtime(participation.updated_at)
    at = _("o %(time)s") % {"time": f"{moment:%H:%M}"}
    if moment.date() != timezone.localdate():
        at = day(moment)
    if participation.reported_on:
        return _("Przekazany instytucji %(day)s. Po zmianie danych trzeba go przekazać ponownie.") % {
            "day": day(participation.reported_on)
        }
    if participation.is_complete:
        return _("Komplet danych zapisany %(at)s. Nieprzekazany instytucji.") % {"at": at}
    return _("Szkic zapisany %(at)s. Nieprzekazany instytucji.") % {"at": at}


def with_everything(project):
    """The participations of a project with what the entry form shows of them."""
    rows = project.participations.select_related("person", "main_participation__person", "delegated_by")
    return rows.prefetch_related(Prefetch("premises", Premise.objects.order_by("pk")))


def entry_page(request, project, form, as_saved=None):
    """The form with the panel of what is missing. Gaps are marked in the form once it was saved or sent."""
    completeness = form.completeness
    if form.known and not form.known.may_be_shown:
        log_access(
            request.user, AccessLog.Act.VIEW, project=project, subject="odmowa: PESEL zapisany pod innym nazwiskiem"
        )
    form.missing = {gap.field for gap in completeness.missing} if as_saved or form.is_bound else set()
    context = {
        "project": project,
        "form": form,
        "as_saved": as_saved,
        "completeness": completeness,
        "save_label": _("Zapisz") if as_saved and as_saved.state != "szkic" else _("Zapisz szkic"),
        "state": as_saved.sentence if as_saved else _("Jeszcze nie zapisano."),
    }
    return render(request, "participants/participation_form.html", context)


def saved(request, participation):
    """Says what was saved and what is still missing, and leaves the user where the work is."""
    completeness, person = Completeness.of(participation), participation.person
    told = _("Zapisano: %(person)s.") % {"person": person.name}
    card = reverse("participants:detail", args=[participation.project.slug, participation.pk])
    messages.success(request, f"{told}\n{sentence_of(participation)} {completeness.sentence}", extra_tags=card)
    for remark in completeness.remarks:
        messages.warning(request, _("Zapisano, ale sprawdź jedną rzecz.\n%(remark)s") % {"remark": remark})
    if similar_to(person, project=participation.project, user=request.user, but=person):
        messages.warning(request, SIMILAR)
    if "add_another" in request.POST:
        return redirect("participants:add", participation.project.slug)
    stay = reverse("participants:edit", args=[participation.project.slug, participation.pk])
    return redirect(way_back(request, stay))


def came_back(request, project):
    """The participation that the PESEL recognises goes on, in answer to the button beside the number; None where there is none."""
    said = said_by(request.POST.get("pesel", ""), on=None, project=project, user=request.user)
    here = said.known and said.known.here
    if not here:
        return None
    if here.left_on:
        is_newer = come_back(participation=here, by=request.user, typed=request.POST)
        messages.success(request, going_on(here, is_newer))
    return redirect(here)


def going_on(participation, is_newer):
    told = _("Udział trwa dalej od %(entered)s.\nZakończenie %(left)s przeszło do historii osoby, rezultaty zostały.")
    told %= {"entered": day(participation.entered_on), "left": day(participation.left_on)}
    return f"{told} {_('Zapisano też nowszy kontakt.')}" if is_newer else told


def filled_from_record(request, project):
    """The form as it was typed, its empty fields filled from the record of the person whom the PESEL recognises.

    Only where the user may see that person in another project; otherwise the form comes back as it was.
    """
    data = request.POST.copy()
    said = said_by(data.get("pesel", ""), on=None, project=project, user=request.user)
    if said.known and said.known.elsewhere:
        person = said.known.person
        record = {"last_name": person.last_name, "first_name": person.first_name, "citizenship": person.citizenship}
        record |= {"phone": person.phone, "email": person.email, **person.residence()}
        data.update({name: value for name, value in record.items() if value and not data.get(name)})
        for shown in said.known.elsewhere:
            log_access(request.user, AccessLog.Act.VIEW, project=shown.project, subject=shown.reference)
        messages.info(request, _("Wpisano zapisane dane.\nSprawdź je z osobą. Nic jeszcze nie zapisano."))
    return EntryForm(data, project=project, user=request.user, is_final=False)


@require_POST
def pesel(request, project_slug):
    """What the PESEL being typed says. It travels in the body, never in an address."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    edited = being_edited(request, project)
    said = said_by(
        "" if request.POST.get("no_pesel") else request.POST.get("pesel", ""),
        on=day_typed(request.POST.get("entered_on", "")),
        project=project,
        user=request.user,
        but=edited,
        who=request.POST,
    )
    context = {"said": said, "project": project, "is_new": edited is None, "with_error": True}
    return render(request, "participants/_pesel_says.html", context)


@require_POST
def missing(request, project_slug):
    """The panel of what is missing in the form being typed. Nothing is saved."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    edited = being_edited(request, project)
    form = EntryForm(request.POST, instance=edited, project=project, user=request.user, is_final=False)
    return render(request, "participants/_missing_said.html", {"form": form, "completeness": form.completeness})


@require_POST
def main_person(request, project_slug):
    """The people of the project whom the text under "z otoczenia osoby" may mean. It travels in the body, as a PESEL does."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    edited = being_edited(request, project)
    text = request.POST.get("main_person", "").strip()[:160]
    found = people_matching(project, text, but=edited and edited.pk) if len(text) >= LEAST else []
    log_access(request.user, AccessLog.Act.LIST, project=project, subject="szukanie osoby głównej")
    return render(
        request, "participants/_main_people.html", {"found": found, "text": text if len(text) >= LEAST else ""}
    )


def being_edited(request, project):
    """The participation that the page edits, or None on a page that adds one."""
    number = request.POST.get("participation", "")
    return get_object_or_404(with_everything(project), pk=number) if NUMBER.fullmatch(number) else None
