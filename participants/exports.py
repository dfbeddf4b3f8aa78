"""The list of participants as files: every entry fact, exit fact, premise and outcome, row after row without holding them all."""

from operator import attrgetter

from django.db.models import BooleanField, Prefetch
from django.utils.translation import gettext as _

from projects.tables import CHUNK, csv_answer, workbook_answer
from projects.templatetags.polish import day

from .models import Outcome, Participation, Person, Premise
from .vocabulary import Situation


def label(model, name):
    """The name of a column in the words of its model."""
    return str(model._meta.get_field(name).verbose_name)


def of_participation(name):
    """A column of the participation: its heading, and how to read its value in words from a row."""
    return label(Participation, name), in_words(Participation, name)


def of_person(name):
    read = in_words(Person, name)
    return label(Person, name), lambda row: read(row.person)


def in_words(model, name):
    """How to read a column from an object: official words for a code, "" for nothing. Words are looked up once, not in every row."""
    field, value_of = model._meta.get_field(name), attrgetter(name)
    words = {code: str(word) for code, word in field.flatchoices}
    if isinstance(field, BooleanField):
        words = {True: _("tak"), False: _("nie")}
    if not words:
        return lambda row: "" if value_of(row) is None else value_of(row)
    return lambda row: words.get(value_of(row), "")


def premises_of(row):
    return "; ".join(" – ".join(filter(None, [str(premise), premise.document])) for premise in row.premises.all())


def outcomes_of(row):
    told = ([str(o.get_kind_display()), day(o.obtained_on), o.title, o.evidence] for o in row.outcomes.all())
    return "; ".join(", ".join(filter(None, parts)) for parts in told)


def main_person_of(row):
    """The person to whose surroundings the row belongs, with her number."""
    main = row.main_participation
    return f"{main.person}, {main.reference}" if main else ""


def situations_of(row):
    return "|".join(str(Situation(value).label) for value in row.situations)


def columns():
    """Headings and how to read each from a participation, in the order of the paper."""
    return [
        (_("numer"), lambda row: row.reference),
        (_("dane"), lambda row: row.state),
        *map(of_person, ["last_name", "first_name", "pesel", "identifier_kind", "other_identifier"]),
        *map(of_participation, ["sex", "birth_date"]),
        (_("wiek w chwili przystąpienia"), in_words(Participation, "age_at_entry")),
        *map(of_participation, ["citizenship", "education", "country", "voivodeship", "county", "commune", "place"]),
        *map(of_participation, ["postcode", "street", "house", "flat", "degurba"]),
        *map(of_person, ["phone", "email"]),
        of_participation("participant_kind"),
        (label(Participation, "institution"), lambda row: row.institution_name),
        *map(of_participation, ["support_range", "target_group", "is_surroundings"]),
        (label(Participation, "main_participation"), main_person_of),
        *map(
            of_participation,
            ["entered_on", "labour_status", "labour_detail", "unemployed_since", "occupation", "employer"],
        ),
        *map(of_participation, ["education_ends_on", "minority", "foreign_origin", "third_country", "homeless"]),
        *map(of_participation, ["jobless_household", "household_children", "single_adult_household"]),
        *map(of_participation, ["disability", "disability_degree", "disability_kind", "other_disadvantage"]),
        (_("przesłanki"), premises_of),
        *map(of_participation, ["left_on", "exit_reason", "exit_note"]),
        (label(Participation, "situations"), situations_of),
        *map(of_participation, ["business_started_on", "reported_on"]),
        (_("rezultaty"), outcomes_of),
    ]


def rows_of(participations):
    """The heading and a row for each participation, read a chunk at a time."""
    asked = columns()
    yield [str(heading) for heading, _read in asked]
    complete = participations.select_related(
        "person", "target_group", "project", "delegated_by", "main_participation__person"
    ).prefetch_related(
        Prefetch("premises", Premise.objects.order_by("pk")),
        Prefetch("outcomes", Outcome.objects.order_by("obtained_on", "pk")),
    )
    for participation in complete.iterator(CHUNK):
        yield [plain(read(participation)) for _heading, read in asked]


def plain(value):
    """Numbers and dates as they are, everything else as text."""
    return value if isinstance(value, int) or hasattr(value, "isoformat") else str(value)


def as_csv(participations, name):
    return csv_answer(rows_of(participations), name)


def as_xlsx(participations, name):
    return workbook_answer([(_("uczestnicy"), rows_of(participations), ())], name)


WRITERS = {"csv": as_csv, "xlsx": as_xlsx}
