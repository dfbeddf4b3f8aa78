"""The export in SL2014's columns (domain notes, section 3.1): the project, the institution block, the person block.

One row is one institution or one person; the other block stays empty. Several supports of one stand in one cell, joined by "|", in
the order of their cells, as in SM EFS. The three household columns are there only where the project asks them.
"""

from functools import cache

from django.utils import translation

from activities.models import FormOfSupport
from participants.facts import QUESTIONS
from participants.forms.layout import asked_by
from participants.models import Institution, Participation
from participants.vocabulary import Answer, ContractKind, Identifier, Scope, Situation
from projects.models import Partner

from . import words

SEPARATOR = "|"
PROJECT = [
    "Numer umowy/decyzji/aneksu",
    "Nazwa beneficjenta",
    "Tytuł projektu",
    "Okres realizacji projektu od",
    "Okres realizacji projektu do",
    "Wniosek za okres",
]
PLACES = ["Województwo", "Powiat", "Gmina", "Miejscowość", "Ulica", "Nr budynku", "Nr lokalu", "Kod pocztowy"]
CONTACT = ["Telefon kontaktowy", "Adres e-mail"]
STAY = ["Data rozpoczęcia udziału w projekcie", "Data zakończenia udziału w projekcie"]
SUPPORT = [
    "Rodzaj przyznanego wsparcia",
    "W tym",
    "Data rozpoczęcia udziału we wsparciu",
    "Data zakończenia udziału we wsparciu",
]
INSTITUTION = [
    "Kraj",
    "Nazwa instytucji",
    "NIP",
    "Brak NIP",
    "Typ instytucji",
    "w tym",
    *PLACES,
    "Obszar wg stopnia urbanizacji (DEGURBA)",
    *CONTACT,
    *STAY,
    "Czy wsparciem zostali objęci pracownicy instytucji",
    *SUPPORT,
]
PERSON = [
    "Kraj",
    "Rodzaj uczestnika",
    "Nazwa instytucji",
    "Imię",
    "Nazwisko",
    "Pesel",
    "Brak PESEL",
    "Płeć",
    "Wiek w chwili przystąpienia do projektu",
    "Wykształcenie",
    *PLACES,
    "DEGURBA",
    *CONTACT,
    *STAY,
    "Status osoby na rynku pracy w chwili przystąpienia do projektu",
    "W tym",
    "Wykonywany zawód",
    "Zatrudniony w:",
    "Sytuacja (1) osoby w momencie zakończenia udziału w projekcie",
    "Sytuacja (2) osoby w momencie zakończenia udziału w projekcie",
    "Inne rezultaty dotyczące osób młodych (dotyczy IZM)",
    "Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa",
    *SUPPORT,
    "Data założenia działalności gospodarczej",
    "Kwota środków przyznanych na założenie działalności gospodarczej",
    "PKD założonej działalności gospodarczej",
]
STATUS_QUESTIONS = {
    "minority": "Osoba należąca do mniejszości narodowej lub etnicznej, migrant, osoba obcego pochodzenia",
    "homeless": "Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań",
    "jobless_household": "Osoba przebywająca w gospodarstwie domowym bez osób pracujących",
    "household_children": "w tym: w gospodarstwie domowym z dziećmi pozostającymi na utrzymaniu",
    "single_adult_household": "Osoba żyjąca w gospodarstwie składającym się z jednej osoby dorosłej i dzieci pozostających na utrzymaniu",
    "disability": "Osoba z niepełnosprawnościami",
    "other_disadvantage": "Osoba w innej niekorzystnej sytuacji społecznej",
}
LAST = "Planowana data zakończenia edukacji w placówce edukacyjnej, w której skorzystano ze wsparcia"
ADDRESS = ["voivodeship", "county", "commune", "place", "street", "house", "flat", "postcode"]


def rows(project, people):
    """The heading, a row for each institution, a row for each of these participations."""
    asked = [name for name in QUESTIONS if name in STATUS_QUESTIONS and name in _asked(project)]
    yield [*PROJECT, *INSTITUTION, *PERSON, *(STATUS_QUESTIONS[name] for name in asked), LAST]
    first = project_cells(project)
    no_person = [""] * (len(PERSON) + len(asked) + 1)
    for institution in project.institutions.prefetch_related("supports").order_by("pk"):
        yield [*first, *institution_cells(institution), *no_person]
    for participation in people:
        yield [*first, *[""] * len(INSTITUTION), *person_cells(project, participation, asked)]


def _asked(project):
    return asked_by(Scope.SL2014, project)


def project_cells(project):
    """The project; which payment application a row belongs to is said in SL2014, not here."""
    lead = project.partners.filter(role=Partner.Role.LEAD).order_by("pk").first()
    return [
        project.agreement_number,
        lead.name if lead else "",
        project.title,
        project.starts_on.isoformat(),
        project.ends_on.isoformat(),
        "",
    ]


def institution_cells(institution):
    """The 24 columns of the institution block."""
    supports = sorted(institution.supports.all(), key=lambda support: (support.started_on, support.pk))
    return [
        institution.country,
        institution.name,
        institution.nip,
        words.YES_NO.label(institution.has_no_nip),
        label(Institution, "kind", institution.kind),
        institution.detail,
        *_address(institution),
        institution.phone,
        institution.email,
        day(institution.entered_on),
        day(institution.left_on),
        words.ANSWER.label(institution.delegates_employees),
        *_supports((s.kind, s.detail, s.started_on, s.ended_on) for s in supports),
    ]


def person_cells(project, participation, asked):
    """The person block with the answers to the questions that the project asks."""
    person = participation.person
    no_pesel = person.identifier_kind != Identifier.PESEL
    return [
        participation.country,
        label(Participation, "participant_kind", participation.participant_kind),
        participation.delegated_by.name if participation.delegated_by else participation.institution,
        person.first_name,
        person.last_name,
        person.other_identifier if no_pesel else person.pesel,
        words.YES_NO.label(no_pesel),
        words.SEX.label(participation.sex),
        "" if participation.age_at_entry is None else str(participation.age_at_entry),
        label(Participation, "education", participation.education),
        *_address(participation),
        person.phone,
        person.email,
        day(participation.entered_on),
        day(participation.left_on),
        label(Participation, "labour_status", participation.labour_status),
        label(Participation, "labour_detail", participation.labour_detail),
        label(Participation, "occupation", participation.occupation),
        participation.employer,
        *_situations(participation),
        "",
        _by_path(project, participation),
        *_supports(_supports_of(participation)),
        *_business(participation),
        *(_answer(getattr(participation, name)) for name in asked),
        day(participation.education_ends_on),
    ]


@cache
def labels(model, name):
    """The official words of a column by their codes, always in Polish: the file is Polish whatever the screen speaks."""
    with translation.override("pl"):
        return {code: str(word) for code, word in model._meta.get_field(name).flatchoices}


def label(model, name, code):
    return labels(model, name).get(code, "")


def day(value):
    return value.isoformat() if value else ""


def _address(row):
    return [*(getattr(row, name) for name in ADDRESS), str(row.degurba or "")]


def _answer(code):
    return label(Participation, "minority", code) if code == Answer.REFUSED else words.ANSWER.label(code)


def _situations(participation):
    """Two effects at most; one alone leaves "nie dotyczy" in the second, as practice writes it."""
    if participation.left_on is None or not participation.situations:
        return ["", ""]
    told = [words.SITUATION.label(code) for code in participation.situations if code != Situation.NOT_APPLICABLE]
    return [*told, *[words.SITUATION.label(Situation.NOT_APPLICABLE)] * 2][:2]


def _by_path(project, participation):
    if participation.left_on is None:
        return ""
    participation.project = project  # already read
    return words.YES_NO.label(participation.ended_by_path)


def _supports_of(participation):
    for enrolment in participation.enrolments.all():
        form = enrolment.group.form_of_support
        if enrolment.started_on:
            yield form.kind, form.detail, enrolment.started_on, enrolment.ended_on


def _supports(supports):
    """The four cells of supports; positions correspond. A cell without any value is empty."""
    supports = list(supports)
    columns = [
        [label(FormOfSupport, "kind", kind) for kind, _, _, _ in supports],
        [label(FormOfSupport, "detail", detail) for _, detail, _, _ in supports],
        [day(started) for _, _, started, _ in supports],
        [day(ended) for _, _, _, ended in supports],
    ]
    return [SEPARATOR.join(column) if any(column) else "" for column in columns]


def _business(participation):
    """When a business was founded, with how much of the project's money, and its PKD: from the outcome that says so."""
    found = [o for o in participation.outcomes.all() if o.contract_kind == ContractKind.BUSINESS]
    funded = next((o for o in found if o.grant_amount is not None), found[0] if found else None)
    amount = funded.grant_amount if funded else None
    return [
        day(participation.business_started_on),
        "" if amount is None else f"{amount:.2f}".replace(".", ","),
        funded.pkd if funded else "",
    ]
