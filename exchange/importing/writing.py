"""Planned rows put into the tables: a few statements a chunk. Whoever calls it holds the one transaction of the whole import."""

import uuid
from dataclasses import dataclass, field

from django.core.serializers.json import DjangoJSONEncoder

from activities.models import Enrolment, FormOfSupport, Group
from activities.vocabulary import Mode, ServiceCharacter, SupportDetail, SupportKind
from participants.models import Outcome, Participation, Person
from participants.vocabulary import Scope

from .. import statements
from ..layouts import words
from ..models import Act, AuthorityRow, ImportRow
from .on_record import FACTS, PERSON, RESIDENCE

CHARACTER = {
    SupportDetail.CAREER: ServiceCharacter.VOCATIONAL,
    SupportDetail.VOCATIONAL: ServiceCharacter.VOCATIONAL,
    SupportDetail.SOCIAL: ServiceCharacter.SOCIAL,
    SupportKind.INTERNSHIP: ServiceCharacter.VOCATIONAL,
    SupportKind.JOB_BROKERAGE: ServiceCharacter.VOCATIONAL,
    SupportKind.SUBSIDISED_JOB: ServiceCharacter.VOCATIONAL,
    SupportKind.SOCIAL_SERVICES: ServiceCharacter.SOCIAL,
}


def as_json(values):
    """A dictionary whose days and the like are text, as JSON holds them."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value):
    return value if value is None or isinstance(value, str | int | bool | list) else DjangoJSONEncoder().default(value)


@dataclass
class Trace:
    """What undoing one row needs."""

    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    made: dict = field(default_factory=dict)


class Writer:
    """Writes the chunks of one import. ``made`` collects the forms of support and groups that had to be made."""

    def __init__(self, project, run):
        self.project, self.run = project, run
        self.groups, self.made = {}, {"forms": [], "groups": []}

    def write(self, plans):
        """Writes the new and the changed among these plans, and on the rows of the import what became of each."""
        changing = [plan for plan in plans if plan.act in (Act.CREATED, Act.UPDATED)]
        self.traces = {plan.number: Trace() for plan in changing}
        self._people(changing)
        self._participations(changing)
        self._supports(changing)
        self._outcomes(changing)
        self._authority_rows(changing)
        self._rows(plans)

    # --- people and participations

    def _people(self, plans):
        new = [plan for plan in plans if plan.person["id"] is None]
        for plan, pk in zip(new, statements.numbers_for(Person, len(new)), strict=True):
            plan.person["id"] = pk
            trace = self.traces[plan.number]
            trace.made["person"] = pk
            trace.after["person"] = as_json({name: plan.person[name] for name in RESIDENCE})
        statements.insert(Person, [plan.person | {"is_demo": self.project.is_demo} for plan in new])
        there = [plan for plan in plans if plan.known]
        self._change(Person, [(plan, plan.known.person, plan.person) for plan in there], PERSON, "person")

    def _participations(self, plans):
        new = [plan for plan in plans if plan.act == Act.CREATED]
        common = {"project_id": self.project.pk, "scope": Scope.SMEFS.value}
        for plan, pk in zip(new, statements.numbers_for(Participation, len(new)), strict=True):
            plan.facts |= {"id": pk, "person_id": plan.person["id"]}
            self.traces[plan.number].made["participation"] = pk
        rows = [plan.facts | common | {"submission": uuid.uuid4()} for plan in new]
        statements.insert(Participation, rows)
        there = [plan for plan in plans if plan.act == Act.UPDATED]
        self._change(Participation, [(plan, plan.known.facts, plan.facts) for plan in there], FACTS, "facts")

    def _change(self, model, changes, names, kind):
        """Updates the rows that differ, in the columns in which any of them differs, and keeps how they were."""
        differing = []
        for plan, was, becomes in changes:
            different = [name for name in names if was[name] != becomes[name]]
            if different:
                trace = self.traces[plan.number]
                trace.before[kind] = as_json({name: was[name] for name in different} | {"id": was["id"]})
                trace.after[kind] = as_json({name: becomes[name] for name in different} | {"id": was["id"]})
                differing.append((becomes, different))
        columns = sorted({name for _, different in differing for name in different})
        statements.update(model, [row for row, _ in differing], columns)

    # --- supports

    def _supports(self, plans):
        new = [(plan, support) for plan in plans for support in plan.supports.new]
        rows = []
        for (plan, (kind, detail, day, group)), pk in zip(
            new, statements.numbers_for(Enrolment, len(new)), strict=True
        ):
            self.traces[plan.number].made.setdefault("enrolments", []).append(pk)
            rows.append(
                {
                    "id": pk,
                    "group_id": self._group(kind, detail, group),
                    "participation_id": plan.facts["id"],
                    "started_on": day,
                }
            )
        statements.insert(Enrolment, rows)
        moved = [(plan, support) for plan in plans for support in plan.supports.moved]
        for plan, support in moved:
            was = next(s for s in plan.known.supports if s["id"] == support["id"])
            self.traces[plan.number].before.setdefault("enrolments", []).append(
                {"id": support["id"], "started_on": _plain(was["day"]), "became": _plain(support["day"])}
            )
        statements.update(Enrolment, [{"id": s["id"], "started_on": s["day"]} for _, s in moved], ["started_on"])

    def _group(self, kind, detail, name):
        """The group of this name of the form of support of this kind; both are made when there are none."""
        key = kind, detail, name
        if key not in self.groups:
            form = self._form(kind, detail)
            group, is_new = Group.objects.get_or_create(form_of_support=form, name=name)
            if is_new:
                self.made["groups"].append(group.pk)
            self.groups[key] = group.pk
        return self.groups[key]

    def _form(self, kind, detail):
        fitting = self.project.forms_of_support.filter(kind=kind, detail=detail).order_by("pk")
        return fitting.first() or self._new_form(kind, detail)

    def _new_form(self, kind, detail):
        label = " – ".join(filter(None, [words.SUPPORT_KIND.label(kind), words.SUPPORT_DETAIL.label(detail)]))
        taken = set(self.project.forms_of_support.order_by().values_list("name", flat=True))
        names = [label, *(f"{label} ({n})" for n in range(2, len(taken) + 3))]
        form = FormOfSupport.objects.create(
            project=self.project,
            name=next(name for name in names if name not in taken),
            kind=kind,
            detail=detail,
            character=CHARACTER.get(detail) or CHARACTER.get(kind, ServiceCharacter.OTHER),
            mode=Mode.INDIVIDUAL if kind == SupportKind.COUNSELLING else Mode.GROUP,
        )
        self.made["forms"].append(form.pk)
        return form

    # --- outcomes

    def _outcomes(self, plans):
        new = [(plan, outcome) for plan in plans for outcome in plan.outcomes.new]
        rows = []
        for (plan, outcome), pk in zip(new, statements.numbers_for(Outcome, len(new)), strict=True):
            self.traces[plan.number].made.setdefault("outcomes", []).append(pk)
            rows.append(outcome | {"id": pk, "participation_id": plan.facts["id"], "submission": uuid.uuid4()})
        statements.insert(Outcome, rows)
        moved = [(plan, outcome) for plan in plans for outcome in plan.outcomes.moved]
        for plan, outcome in moved:
            self.traces[plan.number].before.setdefault("outcomes", []).append(
                {"id": outcome["id"], "obtained_on": _plain(outcome["obtained_on"])}
            )
        days = [{"id": o["id"], "obtained_on": plan.facts["left_on"]} for plan, o in moved]
        statements.update(Outcome, days, ["obtained_on"])
        self._forget(plans)

    def _forget(self, plans):
        gone = {outcome["id"]: plan for plan in plans for outcome in plan.outcomes.gone}
        names = [f.attname for f in Outcome._meta.concrete_fields]
        found = Outcome.objects.filter(pk__in=gone)
        for row in found.order_by("pk").values(*names):
            self.traces[gone[row["id"]].number].before.setdefault("gone", []).append(as_json(row))
        if gone:
            found.delete()

    # --- what the authority said, and what became of the row

    def _authority_rows(self, plans):
        new, changed = [], []
        for plan in plans:
            row = {
                "cells": plan.cells,
                "rendered": plan.rendered,
                "number": plan.number,
                "participation_id": plan.facts["id"],
            }
            if (was := plan.known and plan.known.row) is None:
                new.append(row)
            else:
                changed.append(row | {"id": was.pk})
                self.traces[plan.number].before["row"] = {
                    "cells": was.cells,
                    "rendered": was.rendered,
                    "number": was.number,
                }
        statements.insert(AuthorityRow, new)
        statements.update(AuthorityRow, changed, ["cells", "rendered", "number"])

    def _rows(self, plans):
        rows = []
        keys = dict(self.run.rows.filter(number__in=[p.number for p in plans]).order_by().values_list("number", "pk"))
        for plan in plans:
            trace = self.traces.get(plan.number, Trace())
            rows.append({"id": keys[plan.number], "act": plan.act, "participation_id": plan.facts["id"], **vars(trace)})
        statements.update(ImportRow, rows, ["act", "participation", "before", "after", "made"])
