"""The person: identity, contact and where she lives now, apart from any project."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Replace
from django.utils.translation import gettext_lazy as _
from stdnum.pl import pesel as pesel_number

from projects.constraints import check, one_of

from ..vocabulary import Citizenship, Degurba, Identifier, Sex

POLISH_ORDER = "pl-x-icu"


class Searchable(Func):
    """Text without Polish (or any) accents, in lower case, by the database: one spelling for what is kept and what is typed."""

    function = "searchable"
    arg_joiner = " || ' ' || "
    output_field = models.TextField()


class PeselCheck(Func):
    """Whether a PESEL has eleven digits, the right check digit and a date that exists."""

    function = "pesel_is_valid"
    output_field = models.BooleanField()


class PeselAgrees(Func):
    """Whether sex and birth date are those that the PESEL says."""

    function = "pesel_agrees"
    output_field = models.BooleanField()


class Residence(models.Model):
    """An address down to gmina and DEGURBA: the person's present one, and the one on the day of entry of a participation."""

    country = models.CharField(_("kraj"), max_length=60, default="Polska")
    voivodeship = models.CharField(_("województwo"), max_length=30, blank=True)
    county = models.CharField(_("powiat"), max_length=60, blank=True)
    commune = models.CharField(_("gmina"), max_length=60, blank=True)
    place = models.CharField(_("miejscowość"), max_length=80, blank=True)
    postcode = models.CharField(_("kod pocztowy"), max_length=6, blank=True)
    street = models.CharField(_("ulica"), max_length=120, blank=True)
    house = models.CharField(_("nr domu"), max_length=10, blank=True)
    flat = models.CharField(_("nr lokalu"), max_length=10, blank=True)
    degurba = models.PositiveSmallIntegerField(
        _("obszar według stopnia urbanizacji (DEGURBA)"), choices=Degurba, null=True, blank=True
    )

    class Meta:
        abstract = True
        constraints = [
            check(
                "%(class)s_postcode_form",
                Q(postcode="") | Q(postcode__regex=r"^\d{2}-\d{3}$"),
                _("Kod pocztowy ma postać 00-000, na przykład 41-200."),
            ),
            check(
                "%(class)s_degurba_exists",
                Q(degurba__isnull=True) | Q(degurba__in=Degurba.values),
                _("Obszar według stopnia urbanizacji ma wartość 1, 2 albo 3."),
            ),
        ]

    def residence(self):
        """The address as a dictionary of its fields, to be copied."""
        return {field.name: getattr(self, field.name) for field in Residence._meta.get_fields()}


class Identity(models.Model):
    """Who someone is and how she is reached: the person on record, and a candidate who is not on record yet."""

    last_name = models.CharField(_("nazwisko"), max_length=80, blank=True, db_collation=POLISH_ORDER)
    first_name = models.CharField(_("imię"), max_length=80, blank=True, db_collation=POLISH_ORDER)
    identifier_kind = models.CharField(
        _("rodzaj identyfikatora"), max_length=20, choices=Identifier, default=Identifier.PESEL
    )
    pesel = models.CharField(_("PESEL"), max_length=11, blank=True)
    other_identifier = models.CharField(_("inny identyfikator"), max_length=40, blank=True)
    sex = models.CharField(_("płeć"), max_length=1, choices=Sex, blank=True)
    birth_date = models.DateField(_("data urodzenia"), null=True, blank=True)
    citizenship = models.CharField(
        _("obywatelstwo"), max_length=10, choices=Citizenship, blank=True, default=Citizenship.POLISH
    )
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta:
        abstract = True
        constraints = [
            check(
                "%(class)s_pesel_valid",
                Q(pesel="") | Q(PeselCheck(F("pesel"))),
                _(
                    "Cyfra kontrolna się nie zgadza. Porównaj numer z dokumentem: najczęściej zamieniają się dwie sąsiednie cyfry."
                ),
            ),
            check(
                "%(class)s_pesel_agrees",
                Q(pesel="") | ~Q(PeselCheck(F("pesel"))) | Q(PeselAgrees(F("pesel"), F("sex"), F("birth_date"))),
                _("Płeć lub data urodzenia nie zgadza się z numerem PESEL."),
            ),
            check(
                "%(class)s_one_identifier",
                (Q(identifier_kind=Identifier.PESEL) & Q(other_identifier=""))
                | (~Q(identifier_kind=Identifier.PESEL) & Q(pesel="")),
                _("Podaj PESEL albo zaznacz, że osoba go nie ma, i wpisz inny identyfikator."),
            ),
            one_of("%(class)s_sex_known", "sex", ["", *Sex.values], _("Płeć: kobieta albo mężczyzna.")),
            check(
                "%(class)s_born_after_1880",
                Q(birth_date__isnull=True) | Q(birth_date__gte="1880-01-01"),
                _("Data urodzenia jest sprzed 1880 roku. Sprawdź rok."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """Surname first, as in lists and titles."""
        return f"{self.last_name} {self.first_name}".strip() or str(_("bez nazwiska"))

    def take_from_pesel(self):
        """Sex and birth date as the PESEL says them; left alone where the number is missing or wrong."""
        if pesel_number.is_valid(self.pesel):
            self.sex = Sex.FEMALE if pesel_number.get_gender(self.pesel) == "F" else Sex.MALE
            self.birth_date = pesel_number.get_birth_date(self.pesel)


class PersonQuerySet(models.QuerySet):
    """Sets of people."""

    def matching(self, text):
        """People whose names or identifier hold every word of the text, accents and case aside: "lukasik" finds Łukasik."""
        people = self
        for word in text.split():
            people = people.filter(search__contains=Searchable(Value(word)))
        return people


class Person(Identity, Residence):
    """A human being, once. Sex and birth date follow from the PESEL where there is one."""

    is_demo = models.BooleanField(_("dane przykładowe"), default=False, editable=False)
    search = models.GeneratedField(
        expression=Searchable(F("last_name"), F("first_name"), F("pesel"), F("other_identifier")),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = PersonQuerySet.as_manager()

    class Meta(Residence.Meta):
        abstract = False
        verbose_name = _("osoba")
        verbose_name_plural = _("osoby")
        ordering = ["last_name", "first_name", "pk"]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="person_search"),
            # by these the view ``Resemblance`` finds whoever may be the same person
            models.Index(fields=["birth_date"], name="person_born"),
            models.Index(fields=["birth_date"], condition=Q(pesel=""), name="person_born_without_pesel"),
            models.Index(Searchable("last_name", "first_name"), name="person_full_name"),
            models.Index(
                Searchable("last_name", "first_name"), condition=Q(birth_date__isnull=True), name="person_name_undated"
            ),
            models.Index(
                Searchable(Replace(F("other_identifier"), Value(" "))),
                condition=~Q(other_identifier=""),
                name="person_other_identifier",
            ),
        ]
        constraints = [
            *Residence.Meta.constraints,
            *Identity.Meta.constraints,
            models.UniqueConstraint(
                fields=["pesel"],
                condition=~Q(pesel=""),
                name="person_pesel_once",
                violation_error_message=_("Osoba o tym numerze PESEL jest już zapisana."),
            ),
        ]
