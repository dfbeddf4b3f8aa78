"""Everything is closed unless opened; a form that meets the closed door keeps what was typed."""

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse

from .carried import take
from .views import sign_in_page


class SignedInOrComeBack(LoginRequiredMiddleware):
    """Django's closed door; a POST without a session gets the sign-in page with its fields, htmx a bare 401 (js/notices.js)."""

    def handle_no_permission(self, request, view_func):
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        if request.method == "POST" and (carried := take(request)):
            return sign_in_page(request, carried=carried, expired=True, status=401)
        return super().handle_no_permission(request, view_func)
