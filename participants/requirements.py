"""What the institution requires before a person exists for it, declared once.

From each declaration come the column ``is_complete`` (kept by the database), the list of what is missing beside the form,
the badge, and the reason why somebody is in no indicator. Sources: domain notes section 3.3, minimum data and refusal.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .vocabulary import LabourStatus, ParticipantKind, Scope

SL2014, SMEFS, BASIC = Scope.SL2014, Scope.SMEFS, Scope.BASIC
OFFICIAL = (SL2014, SMEFS)
ALL = (SL2014, SMEFS, BASIC)


@dataclass(frozen=True)
class Requirement:
    """One thing required: the form field to go to, its Polish name, when it is met, and on which official forms.

    ``met`` speaks only of columns of the participation itself, so that the database can keep the answer. ``when`` is set where the
    paper asks for the thing in some cases only, and it is not counted among the fields otherwise.
    """

    field: str
    name: str
    met: Q
    scopes: tuple
    when: Q | None = None

    def holds_for(self, participation):
        """Whether this participation meets the requirement, by the same words the database uses."""
        return matches(self.met, participation)

    def is_asked_of(self, participation):
        """Whether the paper asks this participation for the thing at all."""
        return participation.scope in self.scopes and (self.when is None or matches(self.when, participation))


def filled(field):
    return ~Q(**{field: ""})


def matches(condition, row):
    """Whether a condition of plain ``field``, ``field__in``, ``field__isnull`` lookups is true of an object in memory."""
    results = (
        matches(child, row) if isinstance(child, Q) else _matches_lookup(child, row) for child in condition.children
    )
    answer = any(results) if condition.connector == Q.OR else all(results)
    return answer != condition.negated


def _matches_lookup(lookup, row):
    path, expected = lookup
    field, _sep, operator = path.partition("__")
    value = getattr(row, row._meta.get_field(field).attname)  # the number of a related row, without reading it
    return {
        "": lambda: value == expected,
        "in": lambda: value in expected,
        "isnull": lambda: (value is None) == expected,
    }[operator]()


has_status = filled("labour_status")
is_working = Q(labour_status=LabourStatus.EMPLOYED)
is_employee = Q(participant_kind=ParticipantKind.EMPLOYEE)
has_institution = ~is_employee | filled("institution") | Q(delegated_by__isnull=False)

REQUIREMENTS = [
    Requirement("last_name", _("nazwisko i imię"), Q(has_name=True), ALL),
    Requirement("pesel", _("PESEL lub inny identyfikator"), Q(has_identifier=True), OFFICIAL),
    Requirement("sex", _("płeć"), filled("sex"), ALL),
    Requirement("birth_date", _("data urodzenia"), Q(birth_date__isnull=False), ALL),
    Requirement("citizenship", _("obywatelstwo"), filled("citizenship"), (SMEFS,)),
    Requirement("education", _("wykształcenie"), filled("education"), OFFICIAL),
    Requirement("voivodeship", _("województwo"), filled("voivodeship"), OFFICIAL),
    Requirement("county", _("powiat"), filled("county"), OFFICIAL),
    Requirement("commune", _("gmina"), filled("commune"), OFFICIAL),
    Requirement("place", _("miejscowość"), filled("place"), OFFICIAL),
    Requirement("postcode", _("kod pocztowy"), filled("postcode"), OFFICIAL),
    Requirement("degurba", _("obszar według stopnia urbanizacji (DEGURBA)"), Q(degurba__isnull=False), OFFICIAL),
    Requirement("phone", _("telefon lub e-mail"), Q(has_phone=True) | Q(has_email=True), (SL2014,)),
    Requirement("phone", _("telefon"), Q(has_phone=True), (SMEFS,)),
    Requirement("email", _("e-mail"), Q(has_email=True), (SMEFS,)),
    Requirement("delegated_by", _("instytucja, która deleguje"), has_institution, (SL2014,), when=is_employee),
    Requirement("institution", _("nazwa instytucji"), has_institution, (SMEFS,), when=is_employee),
    Requirement("entered_on", _("data rozpoczęcia udziału"), Q(entered_on__isnull=False), ALL),
    Requirement("labour_status", _("status na rynku pracy"), has_status, OFFICIAL),
    Requirement("labour_detail", _("status na rynku pracy: w tym"), ~has_status | filled("labour_detail"), OFFICIAL),
    Requirement("occupation", _("wykonywany zawód"), ~is_working | filled("occupation"), (SL2014,)),
    Requirement("employer", _("zatrudniony w"), ~is_working | filled("employer"), (SL2014,)),
    Requirement("minority", _("mniejszość, migrant, obce pochodzenie"), filled("minority"), OFFICIAL),
    Requirement("foreign_origin", _("obce pochodzenie"), filled("foreign_origin"), (SMEFS,)),
    Requirement("third_country", _("obywatel państwa trzeciego"), filled("third_country"), (SMEFS,)),
    Requirement("homeless", _("bezdomność lub wykluczenie z dostępu do mieszkań"), filled("homeless"), OFFICIAL),
    Requirement("disability", _("niepełnosprawność"), filled("disability"), OFFICIAL),
    Requirement(
        "other_disadvantage", _("inna niekorzystna sytuacja społeczna"), filled("other_disadvantage"), (SL2014,)
    ),
]


def _columns(condition):
    """The columns of the participation that a condition speaks of."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from _columns(child)
        else:
            yield child[0].partition("__")[0]


# Every column that ``missing`` reads.
COLUMNS = sorted({column for requirement in REQUIREMENTS for column in _columns(requirement.met)})


def required_for(scope):
    """The requirements of one official form, in the order of the paper; some are asked in some cases only."""
    return [requirement for requirement in REQUIREMENTS if scope in requirement.scopes]


def complete():
    """The condition that a participation meets every requirement of its own form."""
    condition = Q()
    for requirement in REQUIREMENTS:
        condition &= (
            requirement.met
            if requirement.scopes == ALL
            else ~Q(scope__in=[str(s) for s in requirement.scopes]) | requirement.met
        )
    return condition


def asked_of(participation):
    """The requirements that count for this participation, in the order of the paper."""
    return [requirement for requirement in REQUIREMENTS if requirement.is_asked_of(participation)]


def missing(participation):
    """The requirements that this participation does not meet yet, in the order of the paper."""
    return [requirement for requirement in asked_of(participation) if not requirement.holds_for(participation)]
