"""Activities in Django's admin, for the operator. Attendance is marked in the program, where the people's dates follow it."""

from django.contrib import admin

from .models import Attendance, Enrolment, FormOfSupport, Group, HeadcountEvent, Series, Session


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
