"""Django's admin for the operator: what was said to the authority can be looked at, nothing can be changed."""

from django.contrib import admin

from .models import ApplicationStep, PaymentApplication, SubmittedReport


class ReadOnly(admin.ModelAdmin):
    """A list to read. Steps have their order and their actions; the admin would go round both."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(PaymentApplication)
class PaymentApplicationAdmin(ReadOnly):
    list_display = ["number", "project", "since", "until", "is_final", "state"]
    list_filter = ["state", "project"]
    list_select_related = ["project"]
    search_fields = ["number", "project__title"]


@admin.register(ApplicationStep)
class ApplicationStepAdmin(ReadOnly):
    list_display = ["application", "state", "at", "by"]
    list_filter = ["state"]
    list_select_related = ["application", "by"]


@admin.register(SubmittedReport)
class SubmittedReportAdmin(ReadOnly):
    list_display = ["application", "version", "on", "submitted_at", "submitted_by", "checksum"]
    list_select_related = ["application", "submitted_by"]
    search_fields = ["application__number", "checksum"]
