"""Programmes, calls and projects in Django's admin, for the operator."""

from django.contrib import admin
from django.db import models

from .forms.mark import PictureForm
from .forms.period import PeriodForm
from .models import (
    Award,
    Call,
    FundingLine,
    Mark,
    Office,
    OpeningHours,
    Partner,
    PlannedEvent,
    Programme,
    Project,
    ProjectText,
    TargetGroup,
    TeamMember,
)


class CallInline(admin.TabularInline):
    model = Call
    fields = ["number", "title", "allocation", "opens_on", "closes_on", "age_from", "age_to"]
    extra = 0
    show_change_link = True


class PlannedEventInline(admin.TabularInline):
    model = PlannedEvent
    extra = 0

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offers the calls of this programme only."""
        if db_field.name == "call":
            programme = request.resolver_match.kwargs.get("object_id")
            kwargs["queryset"] = Call.objects.select_related("programme").filter(programme=programme or None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Programme)
class ProgrammeAdmin(admin.ModelAdmin):
    list_display = ["name", "edition", "fund", "period", "indicator_list", "allocation_left", "is_demo"]
    list_filter = ["period", "indicator_list", "is_demo"]
    search_fields = ["name__unaccent", "edition", "fund__unaccent", "institution__unaccent"]
    prepopulated_fields = {"slug": ["name"]}
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    readonly_fields = ["is_demo"]
    inlines = [CallInline, PlannedEventInline]


@admin.register(Call)
class CallAdmin(admin.ModelAdmin):
    list_display = ["number", "title", "programme", "allocation", "opens_on", "closes_on"]
    list_filter = ["programme"]
    list_select_related = ["programme"]
    search_fields = ["number", "title__unaccent", "programme__name__unaccent"]
    autocomplete_fields = ["programme"]
    date_hierarchy = "closes_on"


class PartnerInline(admin.TabularInline):
    model = Partner
    extra = 0


class TargetGroupInline(admin.TabularInline):
    model = TargetGroup
    extra = 0


class FundingLineInline(admin.TabularInline):
    model = FundingLine
    extra = 0


class OfficeInline(admin.TabularInline):
    """Offices; the hours of one are behind its link."""

    model = Office
    extra = 0
    show_change_link = True


class AwardInline(admin.StackedInline):
    model = Award
    extra = 0


class TeamInline(admin.TabularInline):
    model = TeamMember
    extra = 0
    autocomplete_fields = ["user"]


class MarkInline(admin.TabularInline):
    """Marks, with the same look into the file as on the project's own page."""

    model = Mark
    form = PictureForm
    extra = 0


class TextInline(admin.TabularInline):
    """The project's own texts, to be seen and thrown away; they are written on their own page, which knows what may stand in braces."""

    model = ProjectText
    fields = ["paper", "title", "changed_at"]
    readonly_fields = fields
    extra = 0

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(Project)
class ProjectAdmin(admin.ModelAdmin):
    form = PeriodForm
    list_display = ["title", "edition", "programme", "agreement_number", "starts_on", "ends_on", "is_demo"]
    list_filter = ["programme__period", "is_demo", "programme"]
    list_select_related = ["programme"]
    search_fields = ["title__unaccent", "edition", "agreement_number", "slug", "partners__name__unaccent"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["is_demo"]
    autocomplete_fields = ["programme", "call", "parent"]
    date_hierarchy = "starts_on"
    inlines = [
        TeamInline,
        PartnerInline,
        TargetGroupInline,
        FundingLineInline,
        OfficeInline,
        AwardInline,
        MarkInline,
        TextInline,
    ]


class OpeningHoursInline(admin.TabularInline):
    model = OpeningHours
    extra = 0


@admin.register(Office)
class OfficeAdmin(admin.ModelAdmin):
    list_display = ["name", "address", "phones", "project"]
    list_select_related = ["project"]
    search_fields = ["name__unaccent", "address__unaccent", "project__title__unaccent"]
    autocomplete_fields = ["project"]
    inlines = [OpeningHoursInline]


@admin.register(TeamMember)
class TeamMemberAdmin(admin.ModelAdmin):
    """Who has access where."""

    list_display = ["user", "role", "project"]
    list_filter = ["role"]
    list_select_related = ["user", "project"]
    search_fields = ["user__email", "user__last_name__unaccent", "project__title__unaccent"]
    autocomplete_fields = ["user", "project"]
