"""Payment applications, and reports frozen the way the program freezes them."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from settlements.actions import submit
from settlements.models import PaymentApplication, SubmittedReport

from .accounts import UserFactory
from .projects import ProjectFactory

QUARTER = timedelta(days=90)


class PaymentApplicationFactory(DjangoModelFactory):
    """A draft of the first ninety days of the project."""

    class Meta:
        model = PaymentApplication

    project = factory.SubFactory(ProjectFactory)
    number = factory.Sequence(lambda n: f"WNP-{n + 101}")  # apart from those that tests name
    since = factory.LazyAttribute(lambda o: o.project.starts_on)
    until = factory.LazyAttribute(lambda o: min(o.since + QUARTER, o.project.ends_on))
    is_final = False


class SubmittedReportFactory(DjangoModelFactory):
    """The report of an application, submitted now by somebody of the project."""

    class Meta:
        model = SubmittedReport

    application = factory.SubFactory(PaymentApplicationFactory)
    submitted_by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, *args, application, submitted_by, submitted_at=None):
        report = submit(application=application, by=submitted_by, at=submitted_at)
        application.refresh_from_db(fields=["state"])
        report.application = application
        return report
