"""Activities in Django's admin, for the operator. Attendance is marked in the program, where the people's dates follow it."""

from django.contrib import admin

from .models import (
    Allowance,
    AllowanceRate,
    Attendance,
    Certificate,
    Enrolment,
    FormOfSupport,
    Group,
    HeadcountEvent,
    InstitutionSupport,
    Internship,
    InternshipMonth,
    PlannedSupport,
    Series,
    Session,
)


class GroupInline(admin.TabularInline):
    model = Group
    extra = 0


@admin.register(FormOfSupport)
class FormOfSupportAdmin(admin.ModelAdmin):
    list_display = ["name", "project", "kind", "detail", "character", "mode", "hours_planned", "hour_unit"]
    list_filter = ["kind", "character", "mode", "project"]
    list_select_related = ["project"]
    search_fields = ["name", "project__title"]
    autocomplete_fields = ["project"]
    inlines = [GroupInline]


@admin.register(Group)
class GroupAdmin(admin.ModelAdmin):
    list_display = ["name", "form_of_support", "leader", "area"]
    list_filter = ["form_of_support__project"]
    list_select_related = ["form_of_support"]
    search_fields = ["name", "leader", "form_of_support__name"]
    autocomplete_fields = ["form_of_support"]


@admin.register(Enrolment)
class EnrolmentAdmin(admin.ModelAdmin):
    list_display = ["participation", "group", "started_on", "ended_on", "is_finished"]
    list_filter = ["is_finished", "group__form_of_support__project"]
    list_select_related = ["participation__person", "participation__project", "group"]
    search_fields = ["participation__person__search", "group__form_of_support__name"]
    raw_id_fields = ["participation"]
    autocomplete_fields = ["group"]


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ["group", "weekdays", "starts_at", "ends_at"]
    list_filter = ["group__form_of_support__project"]
    list_select_related = ["group__form_of_support"]
    search_fields = ["group__name", "group__form_of_support__name"]
    autocomplete_fields = ["group"]
    raw_id_fields = ["enrolment"]


@admin.register(Session)
class SessionAdmin(admin.ModelAdmin):
    list_display = ["group", "held_on", "starts_at", "ends_at", "hours", "place", "leader", "status", "moved_from"]
    list_filter = ["group__form_of_support__project"]
    list_select_related = ["group"]
    search_fields = ["group__name", "group__form_of_support__name", "leader", "place"]
    date_hierarchy = "held_on"
    autocomplete_fields = ["group"]
    raw_id_fields = ["enrolment"]


@admin.register(Attendance)
class AttendanceAdmin(admin.ModelAdmin):
    """Read here; a mark changed here would leave the start of support behind."""

    list_display = ["session", "enrolment", "status"]
    list_filter = ["status", "session__group__form_of_support__project"]
    list_select_related = [
        "session__group",
        "enrolment__group",
        "enrolment__participation__person",
        "enrolment__participation__project",
    ]
    search_fields = ["enrolment__participation__person__search"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(HeadcountEvent)
class HeadcountEventAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "project", "held_on", "visitors", "women", "men"]
    list_filter = ["kind", "project"]
    list_select_related = ["project"]
    search_fields = ["name", "place", "project__title"]
    date_hierarchy = "held_on"
    autocomplete_fields = ["project"]


@admin.register(PlannedSupport)
class PlannedSupportAdmin(admin.ModelAdmin):
    list_display = ["participation", "form_of_support", "hours_planned", "order", "agreed_on"]
    list_filter = ["form_of_support__project"]
    list_select_related = ["participation__person", "participation__project", "form_of_support"]
    search_fields = ["participation__person__search", "form_of_support__name"]
    raw_id_fields = ["participation"]
    autocomplete_fields = ["form_of_support"]


class InternshipMonthInline(admin.TabularInline):
    model = InternshipMonth
    extra = 0


@admin.register(Internship)
class InternshipAdmin(admin.ModelAdmin):
    list_display = ["host", "enrolment", "starts_on", "ends_on", "hours_a_week"]
    list_filter = ["enrolment__group__form_of_support__project"]
    list_select_related = [
        "enrolment__group",
        "enrolment__participation__person",
        "enrolment__participation__project",
    ]
    search_fields = ["host", "host_nip", "enrolment__participation__person__search"]
    date_hierarchy = "starts_on"
    raw_id_fields = ["enrolment"]
    inlines = [InternshipMonthInline]


@admin.register(InternshipMonth)
class InternshipMonthAdmin(admin.ModelAdmin):
    list_display = ["internship", "month", "hours"]
    list_select_related = ["internship"]
    search_fields = ["internship__host"]
    raw_id_fields = ["internship"]


@admin.register(Certificate)
class CertificateAdmin(admin.ModelAdmin):
    list_display = ["ordinal", "project", "enrolment", "issued_on", "hours"]
    list_filter = ["project"]
    list_select_related = [
        "project",
        "enrolment__group",
        "enrolment__participation__person",
        "enrolment__participation__project",
    ]
    search_fields = ["enrolment__participation__person__search"]
    date_hierarchy = "issued_on"
    autocomplete_fields = ["project"]
    raw_id_fields = ["enrolment"]


@admin.register(AllowanceRate)
class AllowanceRateAdmin(admin.ModelAdmin):
    list_display = ["project", "kind", "unit", "amount", "zus", "valid_from"]
    list_filter = ["kind", "project"]
    list_select_related = ["project"]
    search_fields = ["project__title"]
    autocomplete_fields = ["project"]


@admin.register(Allowance)
class AllowanceAdmin(admin.ModelAdmin):
    list_display = ["participation", "kind", "starts_on", "ends_on", "quantity", "rate", "amount", "zus", "paid_on"]
    list_filter = ["kind", "participation__project"]
    list_select_related = ["participation__person", "participation__project"]
    search_fields = ["participation__person__search", "document"]
    date_hierarchy = "starts_on"
    raw_id_fields = ["participation"]
    autocomplete_fields = ["form_of_support"]


@admin.register(InstitutionSupport)
class InstitutionSupportAdmin(admin.ModelAdmin):
    list_display = ["institution", "kind", "detail", "started_on", "ended_on"]
    list_filter = ["kind", "institution__project"]
    list_select_related = ["institution"]
    search_fields = ["institution__name"]
    raw_id_fields = ["institution"]
