"""Addresses of the participants' room, inside a project."""

from django.urls import path

from .views import deadlines, entry, incomplete, institutions, leaving, lists, person

app_name = "participants"
urlpatterns = [
    path("", lists.participation_list, name="list"),
    path("dodaj/", entry.participation_add, name="add"),
    path("pesel/", entry.pesel, name="pesel"),
    path("brakuje/", entry.missing, name="missing"),
    path("osoba-glowna/", entry.main_person, name="main_person"),
    path("niekompletni/", incomplete.incomplete, name="incomplete"),
    path("instytucje/", institutions.institution_list, name="institutions"),
    path("instytucje/dodaj/", institutions.institution_add, name="institution_add"),
    path("instytucje/<int:pk>/", institutions.institution_detail, name="institution"),
    path("instytucje/<int:pk>/zmien/", institutions.institution_edit, name="institution_edit"),
    path("instytucje/<int:pk>/usun/", institutions.institution_remove, name="institution_remove"),
    path("terminy/", deadlines.deadline_list, name="deadlines"),
    path("przekaz/", lists.report, name="report"),
    path("plik.<slug:format>", lists.export, name="export"),
    path("<int:pk>/", person.participation_detail, name="detail"),
    path("<int:pk>/zmien/", entry.participation_edit, name="edit"),
    path("<int:pk>/kontakt/", person.contact, name="contact"),
    path("<int:pk>/zakoncz/", leaving.participation_leave, name="leave"),
    path("<int:pk>/wznow/", leaving.participation_reopen, name="reopen"),
    path("<int:pk>/rezultaty/dodaj/", leaving.outcome_add, name="outcome_add"),
    path("<int:pk>/rezultaty/<int:outcome_pk>/", leaving.outcome_edit, name="outcome_edit"),
]
