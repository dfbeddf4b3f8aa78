"""Addresses of projects, their teams and marks, and of programmes and calls."""

from django.urls import path

from .views import detail, lists, marks, programmes, team

app_name = "projects"
inside = "projekty/<slug:project_slug>/"
urlpatterns = [
    path("projekty/", lists.project_list, name="list"),
    path("projekty/nowy/", detail.project_create, name="create"),
    path(f"{inside}o-projekcie/", detail.project_detail, name="detail"),
    path(f"{inside}o-projekcie/zmien/", detail.project_edit, name="edit"),
    path(f"{inside}zespol/", team.team, name="team"),
    path(f"{inside}zespol/<int:pk>/rola/", team.team_role, name="team_role"),
    path(f"{inside}zespol/<int:pk>/usun/", team.team_remove, name="team_remove"),
    path(f"{inside}znaki/", marks.marks, name="marks"),
    path(f"{inside}znaki/<slug:kind>/", marks.mark, name="mark"),
    path(f"{inside}znaki/<slug:kind>/usun/", marks.mark_remove, name="mark_remove"),
    path("programy/", programmes.programme_list, name="programmes"),
    path("programy/<slug:programme_slug>/", programmes.programme_detail, name="programme"),
    path("programy/<slug:programme_slug>/nabory/<int:pk>/", programmes.call_detail, name="call"),
]
