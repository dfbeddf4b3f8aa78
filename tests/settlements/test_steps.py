"""The way of an application between the project and the authority: which step follows which, and that steps only grow."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InternalError, transaction

from settlements import actions
from settlements.actions import ImpossibleStep
from settlements.models import ApplicationStep, FrozenMembers, PaymentApplication, State, SubmittedFile, SubmittedReport
from tests.factories import PaymentApplicationFactory, SubmittedReportFactory, UserFactory

pytestmark = pytest.mark.django_db

SUBMIT, RETURN, ACCEPT = "submit", "give_back", "accept"
# What each act makes of an application in each state; None: refused.
STEPS = [
    ("draft", SUBMIT, "submitted"),
    ("draft", RETURN, None),
    ("draft", ACCEPT, None),
    ("submitted", SUBMIT, None),
    ("submitted", RETURN, "returned"),
    ("submitted", ACCEPT, "accepted"),
    ("returned", SUBMIT, "corrected"),
    ("returned", RETURN, None),
    ("returned", ACCEPT, None),
    ("corrected", SUBMIT, None),
    ("corrected", RETURN, "returned"),
    ("corrected", ACCEPT, "accepted"),
    ("accepted", SUBMIT, None),
    ("accepted", RETURN, None),
    ("accepted", ACCEPT, None),
]
WAYS = {
    "draft": [],
    "submitted": [SUBMIT],
    "returned": [SUBMIT, RETURN],
    "corrected": [SUBMIT, RETURN, SUBMIT],
    "accepted": [SUBMIT, ACCEPT],
}


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture(autouse=True)
def without_paper(monkeypatch):
    """The steps are the matter here; what the PDF says is asked elsewhere."""
    monkeypatch.setattr("settlements.papers.files_of", lambda report, seal: [("pdf", b"%PDF")])


def act(name, application, by):
    words = {"remarks": "Proszę wyjaśnić liczbę osób."} if name == RETURN else {}
    getattr(actions, name)(application=application, by=by, **words)
    application.refresh_from_db(fields=["state"])


def brought_to(state, by):
    application = PaymentApplicationFactory()
    for name in WAYS[state]:
        act(name, application, by)
    assert application.state == state
    return application


@pytest.mark.parametrize(("before", "name", "after"), STEPS)
def test_a_step_follows_only_the_one_it_may_follow(before, name, after, by):
    application = brought_to(before, by)
    if after:
        act(name, application, by)
        assert application.state == after
        return
    with pytest.raises(ImpossibleStep) as refused:
        act(name, application, by)
    assert refused.value.sentence.startswith("Wniosek jest teraz ")
    application.refresh_from_db(fields=["state"])
    assert application.state == before


@pytest.mark.parametrize("after", [state for state in State.values if state != "draft"])
@pytest.mark.parametrize("before", WAYS)
def test_the_database_refuses_what_no_step_may_do(before, after, by):
    application = brought_to(before, by)
    if (before, after) in {(before, after) for before, _name, after in STEPS if after}:
        return
    step = ApplicationStep(application=application, state=after, by=by, remarks="uwagi")
    if after in ("submitted", "corrected"):
        step.report = _copy_of_a_report(application, by)
    with pytest.raises(IntegrityError, match="does not become") as refused, transaction.atomic():
        step.save()
    assert refused.value.__cause__.diag.constraint_name == "application_step_possible"


def _copy_of_a_report(application, by):
    report = application.latest() or SubmittedReport(application=application, version=0)
    empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    return SubmittedReport.objects.create(
        application=application,
        version=report.version + 1,
        since=application.since,
        on=application.until,
        submitted_at="2026-01-01T12:00Z",
        submitted_by=by,
        content="{}",
        checksum=empty,
    )


def test_each_step_says_who_when_and_in_which_words(by):
    application = brought_to("corrected", by)
    steps = list(application.steps.order_by("pk"))
    assert [step.state for step in steps] == ["submitted", "returned", "corrected"]
    assert [step.report.version if step.report else None for step in steps] == [1, None, 2]
    assert steps[1].remarks == "Proszę wyjaśnić liczbę osób."
    assert {step.by for step in steps} == {by}


@pytest.mark.parametrize("change", [lambda rows: rows.update(remarks="inne"), lambda rows: rows._raw_delete("default")])
def test_steps_only_grow(change, by):
    brought_to("returned", by)
    with pytest.raises(InternalError, match="only grow"), transaction.atomic():
        change(ApplicationStep.objects.all())


@pytest.mark.parametrize("state", ["submitted", "accepted"])
def test_the_state_is_that_of_the_last_step_and_nobody_writes_it(state, by):
    application = PaymentApplicationFactory()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        PaymentApplication.objects.filter(pk=application.pk).update(state=state)
    assert refused.value.__cause__.diag.constraint_name == "application_state_of_last_step"


def test_what_the_authority_has_does_not_change_its_period(by):
    application = brought_to("submitted", by)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        PaymentApplication.objects.filter(pk=application.pk).update(until=application.until - timedelta(days=1))
    assert refused.value.__cause__.diag.constraint_name == "application_unchanged_when_sent"
    PaymentApplication.objects.filter(pk=application.pk).update(note="własna uwaga zostaje własna")


def test_a_submitted_application_is_never_deleted(by):
    application = brought_to("submitted", by)
    with pytest.raises(Exception, match="protected"):
        application.delete()


RULES = [
    (ApplicationStep, "application_step_known", {"state": "draft"}),
    (ApplicationStep, "application_returned_with_remarks", {"state": "returned", "remarks": ""}),
    (ApplicationStep, "application_submitted_with_report", {"state": "accepted", "report_id": -1}),
    (PaymentApplication, "application_state_known", {"state": "lost"}),
    (PaymentApplication, "application_period_in_order", {"until": "2000-01-01"}),
    (PaymentApplication, "application_measured_after_period", {"measured_on": "2099-01-01"}),
    (SubmittedReport, "report_version_counted", {"version": 0}),
    (SubmittedReport, "report_period_in_order", {"on": "2000-01-01"}),
    (SubmittedReport, "report_content_sealed", {"content": '{"podrobione": 1}'}),
    (FrozenMembers, "frozen_part_known", {"part": "half"}),
    (SubmittedFile, "submitted_file_form_known", {"form": "doc"}),
    (SubmittedFile, "submitted_file_sealed", {"content": b"inne bajty"}),
]


def row_of(model, by):
    """A row that keeps every rule, not saved yet."""
    report = SubmittedReportFactory()
    application = report.application
    if model is PaymentApplication:
        return PaymentApplicationFactory.build(project=application.project, number="WNP-999", since=report.on)
    if model is ApplicationStep:
        return ApplicationStep(application=application, state="accepted", by=by, remarks="uwagi")
    row = {SubmittedReport: report, FrozenMembers: report.members.first(), SubmittedFile: report.files.first()}[model]
    row.pk, row._state.adding = None, True
    if model is SubmittedReport:
        row.version = 2
    else:
        row.report = _copy_of_a_report(application, by)
    return row


@pytest.mark.parametrize(("model", "rule", "broken"), RULES, ids=[rule for _model, rule, _broken in RULES])
def test_a_broken_rule_is_refused_with_a_sentence(model, rule, broken, by):
    row = row_of(model, by)
    for name, value in broken.items():
        setattr(row, name, value)
    constraint = next(each for each in model._meta.constraints if each.name == rule)
    with pytest.raises(ValidationError) as said:
        constraint.validate(model, model(**{f.attname: getattr(row, f.attname) for f in model._meta.concrete_fields}))
    assert said.value.messages == [str(constraint.violation_error_message)]
    if rule not in ("application_step_known", "application_state_known"):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            model.objects.bulk_create([row])


ONCE = [
    (PaymentApplication, "application_number_once", ["project", "number"]),
    (SubmittedReport, "report_version_once", ["application", "version"]),
    (FrozenMembers, "frozen_members_once", ["report", "key", "part"]),
    (SubmittedFile, "submitted_file_once", ["report", "form"]),
]


@pytest.mark.parametrize(("model", "rule", "fields"), ONCE, ids=[rule for _model, rule, _fields in ONCE])
def test_a_second_one_is_refused(model, rule, fields, by):
    row = row_of(model, by)
    first = model.objects.exclude(pk=row.pk).order_by("pk").first()
    for name in fields:
        setattr(row, name, getattr(first, name))
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        model.objects.bulk_create([row])
