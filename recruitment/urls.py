"""Addresses of recruitment, inside a project."""

from django.urls import path

from .views import candidate_prints, candidates, checklist, decisions, lists, prints, ranking, retention, rounds

app_name = "recruitment"
ROUNDS = [
    path("", lists.candidate_list, name="list"),
    path("nabory/dodaj/", rounds.round_add, name="round_add"),
    path("nabory/<int:pk>/", ranking.ranking, name="ranking"),
    path("nabory/<int:pk>/dane/", rounds.round_edit, name="round_edit"),
    path("nabory/<int:pk>/zasady/", rounds.rules, name="rules"),
    path("nabory/<int:pk>/zasady/wez/", rounds.rules_take, name="rules_take"),
    path("nabory/<int:pk>/zasady/kryterium/", rounds.criterion_choose, name="criterion_choose"),
    path("nabory/<int:pk>/zasady/kryterium/<slug:rule>/", rounds.criterion_add, name="criterion_add"),
    path("nabory/<int:pk>/zasady/limit/", rounds.quota_choose, name="quota_choose"),
    path("nabory/<int:pk>/zasady/limit/<slug:rule>/", rounds.quota_add, name="quota_add"),
    path("nabory/<int:pk>/pytania/", ranking.answers, name="answers"),
    path("nabory/<int:pk>/decyzje/", decisions.decisions, name="decisions"),
    path("nabory/<int:pk>/powolaj/", ranking.call_next, name="call_up"),
    path("nabory/<int:pk>/losuj/", ranking.draw, name="draw"),
    path("nabory/<int:pk>/<slug:list_name>.pdf", prints.list_print, name="list_print"),
    path("kryteria/<int:pk>/", rounds.criterion_edit, name="criterion_edit"),
    path("kryteria/<int:pk>/usun/", rounds.criterion_remove, name="criterion_remove"),
    path("limity/<int:pk>/", rounds.quota_edit, name="quota_edit"),
    path("limity/<int:pk>/usun/", rounds.quota_remove, name="quota_remove"),
    path("posiedzenia/<int:pk>/", decisions.sitting_edit, name="sitting_edit"),
    path("posiedzenia/<int:pk>/protokol.pdf", prints.protocol, name="protocol"),
    path("kandydaci/<int:pk>/decyzja/", decisions.candidate_decide, name="decide"),
    path("kandydaci/<int:pk>/rezygnacja/", decisions.candidate_withdraw, name="withdraw"),
    path("przechowywanie/", retention.retention, name="retention"),
]
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
urlpatterns = [*ROUNDS, *CANDIDATES]
