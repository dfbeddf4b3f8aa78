"""The page on which a project is entered and changed: one form and five kinds of rows, right together and saved together."""

from dataclasses import dataclass

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.roles import Role

from ..models import Project, TeamMember
from .base import CONFLICT, TOO_LARGE, sentence_for
from .project import ProjectForm
from .rows import KINDS_OF_ROWS


@dataclass(frozen=True)
class Part:
    """A part of the page: an id and a heading."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong: where (an id on the page, or ""), the label of the place, and the sentence."""

    anchor: str
    label: str
    text: str


class ProjectEntry:
    """A project as it is typed in. A view asks ``submitted()`` and redirects when it answers."""

    def __init__(self, data, *, user, instance=None):
        self.user = user
        self.instance = instance or Project()
        self.form = ProjectForm(data, instance=self.instance, user=user)
        self.rows = [kind(data, instance=self.instance, prefix=name) for name, kind in KINDS_OF_ROWS.items()]

    def submitted(self):
        """The saved project when the page was posted and is right, else None; nothing is half-written."""
        if not self.form.is_bound:
            return None
        made_before = self.form.made_before()
        if made_before or not self._is_valid():
            return made_before
        try:
            with transaction.atomic():
                return self._save()
        except IntegrityError as error:
            self.form.add_error(None, self._sentence_for(error))
            return self.form.made_before()
        except DataError:
            self.form.add_error(None, TOO_LARGE)
            return None

    def parts(self):
        """The parts of the page in their order."""
        sections = [Part(anchor, title) for anchor, title, _cells in self.form.sections()]
        return sections + [Part(f"{rows.prefix}-rows", rows.legend) for rows in self.rows]

    def complaints(self):
        """Everything that is wrong on the page, in its order."""
        found = list(_complaints_of(self.form))
        for rows in self.rows:
            found += [Complaint(f"{rows.prefix}-rows", rows.legend, text) for text in rows.non_form_errors()]
            for form in rows.forms:
                found += _complaints_of(form, rows)
        return found

    def _is_valid(self):
        """Asks every part, so that all complaints are shown at once."""
        return all([self.form.is_valid(), *[rows.is_valid() for rows in self.rows]])

    def _save(self):
        is_new = self.instance.pk is None
        if not is_new:  # two posts of one page come one after another, so that the second finds the rows of the first
            Project.objects.select_for_update().get(pk=self.instance.pk)
        if is_new:
            self.instance.is_demo = self.user.is_demo  # what a demo account tries out is no real project
        project = self.form.save()
        for rows in self.rows:
            rows.save()
        if is_new:
            TeamMember.objects.create(project=project, user=self.user, role=Role.ADMIN)
        return project

    def _sentence_for(self, error):
        models = [Project, *[rows.model for rows in self.rows]]
        sentences = (sentence_for(error, model) for model in models)
        return next((sentence for sentence in sentences if sentence != CONFLICT), CONFLICT)


def _complaints_of(form, rows=None):
    """The complaints of one form; a row is told by its kind and its number."""
    where, place = "", ""
    if rows is not None:
        where, place = (
            _("%(rows)s, wiersz %(n)s") % {"rows": rows.legend, "n": rows.forms.index(form) + 1},
            f"{rows.prefix}-rows",
        )
    for name, texts in form.errors.items():
        field = form[name] if name in form.fields and not form[name].is_hidden else None
        label = " – ".join(part for part in (where, str(field.label) if field else "") if part)
        anchor = field.id_for_label if field else place
        yield from (Complaint(anchor, label, text) for text in texts)
