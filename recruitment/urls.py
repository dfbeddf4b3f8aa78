"""Addresses of recruitment, inside a project."""

from django.urls import path

from .views import candidate_prints, candidates, checklist

app_name = "recruitment"
CANDIDATES = [
    path("kandydaci/dodaj/", candidates.candidate_add, name="candidate_add"),
    path("kandydaci/pesel/", candidates.candidate_pesel, name="candidate_pesel"),
    path("kandydaci/formularz/", candidate_prints.form_print, name="form_print"),
    path("kandydaci/<int:pk>/", candidates.candidate, name="candidate"),
    path("kandydaci/<int:pk>/dane/", candidates.candidate_edit, name="candidate_edit"),
    path("kandydaci/<int:pk>/wydruk/", candidate_prints.candidate_print, name="candidate_print"),
    path("kandydaci/<int:pk>/dokumenty/", checklist.received, name="received"),
    path("kandydaci/<int:pk>/przenies/", candidates.candidate_join, name="candidate_join"),
    path("nabory/<int:pk>/przenies/", candidates.round_join, name="round_join"),
    path("dokumenty/", checklist.checklist, name="checklist"),
    path("dokumenty/typowe/", checklist.checklist_take, name="checklist_take"),
]
urlpatterns = [*CANDIDATES]
