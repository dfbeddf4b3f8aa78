"""What the tests of pages share: the words of a page, and a project with everything that a list can show."""

from recruitment.views import lists

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    ChecklistItemFactory,
    CommissionAnswerFactory,
    CriterionFactory,
    QuotaFactory,
    ReceivedDocumentFactory,
)


def said(response):
    """The words of a page with plain spaces."""
    return response.text.replace("\xa0", " ").replace("&nbsp;", " ")


def fill(round, project):
    """A project with everything that a list can show, and more candidates than stand on one page."""
    item = ChecklistItemFactory(project=project)
    question = CriterionFactory(round=round, rule="question", label="rozmowa", points=5)
    CriterionFactory(round=round)
    QuotaFactory(round=round)
    QuotaFactory(round=None, project=project, rule="disability")
    for candidate in CandidateFactory.create_batch(lists.PAGE + 5, round=round):
        CandidatePremiseFactory(candidate=candidate)
        CommissionAnswerFactory(candidate=candidate, criterion=question)
        ReceivedDocumentFactory(candidate=candidate, item=item)
