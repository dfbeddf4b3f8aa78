"""People, participations and the minimum wage in Django's admin, for the operator."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .models import Institution, MinimumWage, Outcome, Participation, Person, Premise

RESIDENCE = ["country", "voivodeship", "county", "commune", "place", "postcode", "street", "house", "flat", "degurba"]
KEPT = [
    "sex",
    "birth_date",
    "citizenship",
    "age_at_entry",
    "is_complete",
    "has_premise",
    "qualified_on",
    "competent_on",
    "employed_on",
    "business_on",
    "seeking_on",
    "studying_on",
    "progressed_on",
    "volunteering_on",
    "effective_job_on",
    "effective_progress_on",
    "created_at",
    "updated_at",
]


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """A person with her identity and present contact; sex and birth date must agree with the PESEL."""

    list_display = ["last_name", "first_name", "pesel", "sex", "birth_date", "place", "is_demo"]
    list_display_links = ["last_name", "first_name"]
    list_filter = ["sex", "identifier_kind", "is_demo"]
    ordering = ["-pk"]
    search_fields = ["last_name", "first_name", "pesel", "other_identifier"]
    readonly_fields = ["is_demo"]
    fieldsets = [
        (
            _("tożsamość"),
            {
                "fields": [
                    ("last_name", "first_name"),
                    ("identifier_kind", "pesel", "other_identifier"),
                    ("sex", "birth_date", "citizenship"),
                    "is_demo",
                ]
            },
        ),
        (_("kontakt i adres dziś"), {"fields": [("phone", "email"), *RESIDENCE]}),
    ]


class PremiseInline(admin.TabularInline):
    model = Premise
    extra = 0


class OutcomeInline(admin.StackedInline):
    model = Outcome
    extra = 0


@admin.register(Participation)
class ParticipationAdmin(admin.ModelAdmin):
    """A participation with its premises and outcomes; what the database keeps is read here, not written."""

    list_display = ["person", "project", "entered_on", "left_on", "is_complete", "reported_on"]
    list_filter = ["is_complete", "scope", "project"]
    list_select_related = ["person", "project"]
    search_fields = ["person__last_name", "person__first_name", "person__pesel"]
    autocomplete_fields = ["person"]
    raw_id_fields = ["main_participation", "delegated_by"]
    readonly_fields = KEPT
    inlines = [PremiseInline, OutcomeInline]
    fieldsets = [
        (None, {"fields": [("project", "person"), "scope", "target_group", ("is_surroundings", "main_participation")]}),
        (
            _("w dniu przystąpienia"),
            {
                "fields": [
                    "entered_on",
                    ("participant_kind", "delegated_by", "institution"),
                    "support_range",
                    "education",
                    ("labour_status", "labour_detail", "unemployed_since"),
                    ("occupation", "employer"),
                    "education_ends_on",
                    *RESIDENCE,
                    "minority",
                    "foreign_origin",
                    "third_country",
                    "homeless",
                    ("jobless_household", "household_children", "single_adult_household"),
                    ("disability", "disability_degree", "disability_kind"),
                    "other_disadvantage",
                ]
            },
        ),
        (
            _("po zakończeniu"),
            {"fields": ["left_on", "exit_reason", "exit_note", "situations", "business_started_on", "reported_on"]},
        ),
        (_("prowadzi baza danych"), {"classes": ["collapse"], "fields": KEPT}),
    ]


@admin.register(Institution)
class InstitutionAdmin(admin.ModelAdmin):
    """An institution that takes part and delegates its employees (2014–2020)."""

    list_display = ["name", "nip", "kind", "project"]
    list_filter = ["kind", "project"]
    list_select_related = ["project"]
    search_fields = ["name", "nip"]
    fields = [
        *["project", "name", ("nip", "has_no_nip"), ("kind", "detail"), *RESIDENCE],
        *[("phone", "email"), ("entered_on", "left_on"), "delegates_employees"],
    ]


@admin.register(MinimumWage)
class MinimumWageAdmin(admin.ModelAdmin):
    """The statutory minimum wage; effectiveness measures civil contracts by it."""

    list_display = ["valid_from", "amount"]
    date_hierarchy = "valid_from"
