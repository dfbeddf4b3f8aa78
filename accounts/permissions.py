"""What one can be allowed to do, and the one question: may this user do that in this project?"""

from enum import StrEnum


class Permission(StrEnum):
    PROJECT_CREATE = "project_create"
    PROJECT_VIEW = "project_view"
    PROJECT_EDIT = "project_edit"
    TEAM_EDIT = "team_edit"
    PARTICIPANTS_VIEW = "participants_view"
    PARTICIPANTS_EDIT = "participants_edit"
    PARTICIPANTS_EXPORT = "participants_export"
    PARTICIPANTS_REPORT = "participants_report"
    PARTICIPANTS_MERGE = "participants_merge"
    PARTICIPANTS_IMPORT = "participants_import"
    RECRUITMENT_VIEW = "recruitment_view"
    RECRUITMENT_EDIT = "recruitment_edit"
    RECRUITMENT_DECIDE = "recruitment_decide"
    ACTIVITIES_VIEW = "activities_view"
    ACTIVITIES_EDIT = "activities_edit"
    ATTENDANCE_EDIT = "attendance_edit"
    ALLOWANCES_VIEW = "allowances_view"
    ALLOWANCES_EDIT = "allowances_edit"
    INDICATORS_VIEW = "indicators_view"
    TARGETS_EDIT = "targets_edit"
    REGISTER_EDIT = "register_edit"
    REPORT_EXPORT = "report_export"
    REPORT_SUBMIT = "report_submit"


def has_permission(user, permission, project=None):
    """Whether the user may do this; inside a project by the role in its team, without one by any of the user's teams.

    The operator (``is_superuser``) may do everything. The project answers ``role_of(user)``; this module knows no project.
    """
    from .roles import permissions_of

    if not user.is_authenticated or not user.is_active:
        return False
    if user.is_superuser:
        return True
    roles = [project.role_of(user)] if project else user.roles()
    return any(permission in permissions_of(role) for role in roles)
