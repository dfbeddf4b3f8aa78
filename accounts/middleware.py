"""Everything is closed unless opened; a form that meets the closed door keeps what was typed; changes say whose they are."""

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse
from django.utils.functional import SimpleLazyObject

from .acting import acting
from .carried import take
from .models import ChangeLog
from .views import sign_in_page


class SignedInOrComeBack(LoginRequiredMiddleware):
    """Django's closed door; a POST without a session gets the sign-in page with its fields, htmx a bare 401 (js/notices.js)."""

    def handle_no_permission(self, request, view_func):
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        if request.method == "POST" and (carried := take(request)):
            return sign_in_page(request, carried=carried, expired=True, status=401)
        return super().handle_no_permission(request, view_func)


SAFE = {"GET", "HEAD", "OPTIONS"}


def says_who_acts(get_response):
    """What a form changes carries its user in the history; a page that is only read has nothing to say."""

    def answer(request):
        if request.method in SAFE:
            return get_response(request)
        with acting(user=SimpleLazyObject(lambda: request.user.pk), how=ChangeLog.How.FORM):
            return get_response(request)

    return answer
