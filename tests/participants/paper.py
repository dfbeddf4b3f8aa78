"""The paper form as it is typed: the fields of a POST, complete for an official form unless a test takes something out."""

from datetime import date
from uuid import uuid4

from django.urls import reverse

from participants.models import Participation

from ..factories import make_pesel

BORN = date(1987, 3, 14)
PESEL = make_pesel(BORN, "K", 42)
MINIMUM = {"no_pesel": "", "participant_kind": "individual", "country": "Polska"}
SL2014 = {
    **MINIMUM,
    "last_name": "Źdźbłowska",
    "first_name": "Małgorzata",
    "pesel": PESEL,
    "citizenship": "polish",
    "education": "isced_3",
    "voivodeship": "śląskie",
    "county": "Sosnowiec",
    "commune": "Sosnowiec",
    "postcode": "41-200",
    "place": "Sosnowiec",
    "street": "Warszawska",
    "house": "12",
    "flat": "4",
    "degurba": "1",
    "phone": "600 100 200",
    "entered_on": "14.02.2024",
    "labour_status": "unemployed_registered",
    "labour_detail": "long_term",
    "minority": "no",
    "homeless": "no",
    "disability": "refused",
    "other_disadvantage": "no",
    "premise_unemployment": "on",
    "document_unemployment": "zaświadczenie OPS z 10.02.2024",
}
SMEFS = {
    **{name: value for name, value in SL2014.items() if name not in ("other_disadvantage", "labour_status")},
    "education": "isced_3_4",
    "labour_status": "unemployed",
    "email": "malgorzata@example.org",
    "foreign_origin": "no",
    "third_country": "no",
}


def paper(base=SL2014, **changes):
    """The POST of a new form; None takes a field out."""
    data = {**base, "submission": str(uuid4()), **changes}
    return {name: value for name, value in data.items() if value not in (None, "")}


def address(name, project, *args, **kwargs):
    """The address of a page of this room."""
    return reverse(f"participants:{name}", args=[project.slug, *args], kwargs=kwargs or None)


def text(response):
    """The page as one line with plain spaces."""
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def errors(response):
    """The messages of the form on the page, by field."""
    return {name: " ".join(told) for name, told in response.context["form"].errors.items()}


def again(participation):
    """The participation as the database has it now."""
    return Participation.objects.get(pk=participation.pk)
