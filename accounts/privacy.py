"""What each field is to a person, and the classes in which every app of the house puts its fields."""

from enum import StrEnum

from .models import AccessLog, ChangeLog, User


class Privacy(StrEnum):
    """Why a field may be here at all."""

    KEPT = "kept"  # says nothing of a person, or nothing without the personal fields beside it
    PERSONAL = "personal"  # identifies or describes a person: article 6 of the GDPR
    SPECIAL = "special"  # health, origin, criminal convictions: articles 9 and 10


FIELDS = {
    User: {
        Privacy.KEPT: "id password last_login is_superuser is_staff is_active date_joined is_demo calendar_key groups user_permissions",
        Privacy.PERSONAL: "email first_name last_name position",
    },
    AccessLog: {Privacy.KEPT: "id at act project_slug subject", Privacy.PERSONAL: "user"},
    ChangeLog: {
        Privacy.KEPT: "id at how source table_name row_number about owner act forgotten_at",
        Privacy.PERSONAL: "user",
        Privacy.SPECIAL: "before after",
    },
}
