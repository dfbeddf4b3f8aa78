"""What every screen may need to know beside its own subject."""

from django.conf import settings


def help_contact(request):
    """Whom to ask: the telephone and hours of the town's administrator, as HELP_CONTACT says them; "" when it is not set."""
    return {"help_contact": settings.HELP_CONTACT}
