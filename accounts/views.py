"""Signing in and out, one's own account, the page of roles, and what to say when the door stays shut."""

import secrets

from axes.helpers import get_client_ip_address, get_cool_off
from axes.models import AccessAttempt
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.db.models import Max
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from .carried import take, unpack
from .forms import SignInForm
from .policy import policy_rows
from .roles import POLICIES, Role


@login_not_required
@never_cache
@sensitive_post_parameters()
@csrf_protect
def sign_in(request):
    """Signs in and goes on: to the form that came along, to the page that was asked for, or to the projects."""
    carried = unpack(request)
    form = SignInForm(request, request.POST if "username" in request.POST else None)
    if not request.user.is_authenticated:
        if not form.is_valid():
            return sign_in_page(request, form=form, carried=carried)
        login(request, form.get_user())
    return form_came_back(request, carried) if carried else HttpResponseRedirect(_next_path(request))


def sign_in_page(request, *, form=None, carried=None, expired=False, locked_until=None, status=200):
    """The sign-in page with what must not get lost on the way: the page asked for, and the form sent without a session."""
    context = {
        "form": form or SignInForm(request),
        "next": _next_path(request),
        "carried": carried,
        "expired": expired,
        "locked_until": locked_until,
    }
    return render(request, "accounts/sign_in.html", context, status=status)


def form_came_back(request, carried, status=200):
    """One button that sends exactly the fields that were typed to the address they were meant for."""
    return render(request, "accounts/form_came_back.html", {"carried": carried}, status=status)


@login_not_required
@require_POST
def sign_out(request):
    """Signs out, and asks the browser to forget the pages it kept: on a shared computer "back" shows nobody."""
    logout(request)
    response = redirect("accounts:login")
    response["Clear-Site-Data"] = '"cache"'
    return response


def locked_out(request, response, credentials):
    """django-axes's answer after too many failures: the sign-in page, until when, and whatever form was on its way."""
    attempts = AccessAttempt.objects.filter(
        username=(credentials or {}).get("username", ""), ip_address=get_client_ip_address(request)
    )
    since = attempts.aggregate(since=Max("attempt_time"))["since"]
    until = localtime(since + get_cool_off(request)) if since else None
    return sign_in_page(request, carried=unpack(request), locked_until=until, status=429)


def csrf_failure(request, reason=""):
    """A form whose token is out of date, mostly opened before signing in again elsewhere.

    What was typed comes back, but only when the browser says that the form is our own: otherwise one click on our page would
    send a stranger's form.
    """
    own = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    carried = (unpack(request) or take(request)) if own else None
    if not carried:
        return render(request, "403_csrf.html", status=403)
    if request.user.is_authenticated:
        return form_came_back(request, carried, status=403)
    return sign_in_page(request, carried=carried, expired=True, status=403)


def profile(request):
    """Who am I, and what may I do where."""
    memberships = request.user.memberships.select_related("project").order_by("project__title", "project__pk")
    roles = [(membership, POLICIES[Role(membership.role)]) for membership in memberships]
    key = request.user.calendar_key
    calendar = request.build_absolute_uri(reverse("calendar", args=[key])) if key else ""
    return render(request, "accounts/profile.html", {"roles": roles, "calendar": calendar})


@require_POST
def calendar_key(request):
    """Makes the private address of one's calendar, renews it (the old one opens nothing any more), or switches it off."""
    user = request.user
    user.calendar_key = None if "off" in request.POST else secrets.token_urlsafe(32)
    user.save(update_fields=["calendar_key"])
    if user.calendar_key:
        messages.success(request, _("Adres kalendarza jest gotowy.\nPoprzedni, jeśli był, już nie działa."))
    else:
        messages.success(request, _("Kalendarz wyłączono.\nJego adres już nie działa."))
    return redirect(f"{reverse('accounts:profile')}#kalendarz")


def roles(request):
    """The policy as it is, read from accounts/roles.py."""
    policies = [(role.label, policy.sentence) for role, policy in POLICIES.items()]
    return render(request, "accounts/roles.html", {"policies": policies, "rows": policy_rows()})


def _next_path(request):
    path = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(path, {request.get_host()}, request.is_secure()) and path != reverse(
        "accounts:login"
    ):
        return path
    return resolve_url("projects:list")
