"""Accounts in Django's admin, for the operator: users by e-mail address, and the log of access to read."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from .forms import NewUserForm, OperatorSignInForm, UserForm
from .models import AccessLog, User

admin.site.site_header = admin.site.site_title = _("Włączenie – administracja")
admin.site.login_form = OperatorSignInForm
admin.site.index_title = _("Konta, słowniki i dziennik")
admin.site.unregister(Group)  # what one may do follows from roles in projects (accounts/roles.py), never from groups


@admin.register(User)
class PersonWhoSignsInAdmin(UserAdmin):
    """Users have no name of their own to sign in with, only the e-mail address."""

    form, add_form = UserForm, NewUserForm
    ordering = ["last_name", "first_name", "email"]
    list_display = ["email", "last_name", "first_name", "position", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", "is_superuser", "is_demo"]
    search_fields = ["email", "last_name", "first_name"]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined", "is_demo"]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("osoba"), {"fields": ["first_name", "last_name", "position"]}),
        (_("dostęp"), {"fields": ["is_active", "is_staff", "is_superuser", "is_demo"]}),
        (_("daty"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["email", "usable_password", "password1", "password2"]})]


@admin.register(AccessLog)
class AccessLogAdmin(admin.ModelAdmin):
    """Who opened whose data. Rows are read here, never written."""

    list_display = ["at", "user", "act", "project_slug", "subject"]
    list_filter = ["act"]
    list_select_related = ["user"]
    search_fields = ["user__email", "project_slug", "subject"]
    date_hierarchy = "at"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
