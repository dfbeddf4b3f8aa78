"""Changing an indicator of the project's own: first whose counting changes, then the new version, proved."""

from dataclasses import dataclass, replace

from django.db import transaction

from . import changes, proving, versions
from .definitions import Definition
from .models import ProjectIndicator
from .queries import definition_of


@dataclass(frozen=True)
class Renewal:
    """A changed rule that has not been saved yet, beside the one that is."""

    before: Definition
    after: Definition

    @property
    def fingerprint(self):
        """Names exactly this new rule; who saves it sends it along, having seen what it changes."""
        return versions.fingerprint(versions.rule_of(self.after))

    @property
    def difference(self):
        return changes.difference(self.before, self.after)

    def changes(self, project, on):
        """Whose counting the new rule changes in the project on the day."""
        return changes.between(project, self.before, replace(self.after, key=f"{self.after.key}@new"), on)


def renewal_of(form):
    """What a valid form makes of the rule of an own indicator on record, or None where the rule stays as it is."""
    stored = ProjectIndicator.objects.filter(pk=form.instance.pk, definition="").first() if form.instance.pk else None
    if stored is None:
        return None
    renewal = Renewal(definition_of(stored), definition_of(form.instance))
    is_same = renewal.fingerprint == versions.fingerprint(versions.rule_of(renewal.before))
    return None if is_same else renewal


@transaction.atomic
def saved_and_proved(form, by):
    """The row that the form saved, or None; an own indicator keeps the version that it had, gets its new one and is proved."""
    if not form.is_bound:
        return None
    stored = ProjectIndicator.objects.filter(pk=form.instance.pk, definition="").first() if form.instance.pk else None
    if stored:
        versions.record(definition_of(stored), form.project)
    row = form.submitted()
    if row and not row.definition:
        proving.check_own(row, by)
    return row
