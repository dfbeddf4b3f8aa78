"""Addresses of activities: forms of support, groups, sessions, attendance, events."""

from django.urls import path

from .views import attendance, events, groups, people, plan, series, sessions, supports

app_name = "activities"
urlpatterns = [
    path("", supports.support_list, name="list"),
    path("dodaj/", supports.support_add, name="add"),
    path("<int:pk>/", supports.support_detail, name="detail"),
    path("<int:pk>/zmien/", supports.support_edit, name="edit"),
    path("<int:pk>/grupy/dodaj/", groups.group_add, name="group_add"),
    path("grupy/<int:pk>/", groups.group_detail, name="group"),
    path("grupy/<int:pk>/zmien/", groups.group_edit, name="group_edit"),
    path("grupy/<int:pk>/zapisz/", people.enrol_people, name="enrol"),
    path("grupy/<int:pk>/wypisz/", people.withdraw_people, name="withdraw"),
    path("grupy/<int:pk>/ukoncz/", people.finish, name="finish"),
    path("grupy/<int:pk>/zajecia/dodaj/", sessions.session_add, name="session_add"),
    path("sesje/<int:pk>/", attendance.attendance, name="attendance"),
    path("sesje/<int:pk>/zmien/", sessions.session_edit, name="session_edit"),
    path("sesje/<int:pk>/usun/", sessions.session_delete, name="session_delete"),
    path("grupy/<int:pk>/zajecia/sprawdz/", sessions.session_check, name="session_check"),
    path("grupy/<int:pk>/zajecia/seria/", series.series_add, name="series_add"),
    path("grupy/<int:pk>/zajecia/reszta/", series.rest, name="rest"),
    path("sesje/<int:pk>/odwolaj/", sessions.session_cancel, name="session_cancel"),
    path("sesje/<int:pk>/przywroc/", sessions.session_restore, name="session_restore"),
    path("plan/", plan.plan, name="plan"),
    path("frekwencja/", plan.warnings, name="warnings"),
    path("wydarzenia/", events.event_list, name="events"),
    path("wydarzenia/dodaj/", events.event_add, name="event_add"),
    path("wydarzenia/<int:pk>/", events.event_edit, name="event_edit"),
]
