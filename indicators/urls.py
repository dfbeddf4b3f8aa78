"""Addresses of the indicators."""

from django.urls import path

from .views.ahead import at_risk, what_if
from .views.authority import (
    authority_value_add,
    authority_value_edit,
    authority_value_remove,
    authority_values,
)
from .views.charts import charts, charts_pdf
from .views.corrections import annex, correction_add, correction_edit, correction_remove, target_history
from .views.dashboard import dashboard
from .views.definitions import definition, definition_check, definitions
from .views.effectiveness import effectiveness, thresholds
from .views.portfolio import portfolio
from .views.register import register, register_add, register_edit, register_remove
from .views.reports import report_file, reports
from .views.targets import target_add, target_edit, target_own, target_remove, targets
from .views.why import why, why_file

app_name = "indicators"
urlpatterns = [
    path("portfel/", portfolio, name="portfolio"),
    path("projekty/<slug:project_slug>/", dashboard, name="dashboard"),
    path("projekty/<slug:project_slug>/wskazniki/<slug:key>/", why, name="why"),
    path("projekty/<slug:project_slug>/wskazniki/<slug:key>/osoby.xlsx", why_file, {"form": "xlsx"}, name="why_xlsx"),
    path("projekty/<slug:project_slug>/wskazniki/<slug:key>/osoby.csv", why_file, {"form": "csv"}, name="why_csv"),
    path("projekty/<slug:project_slug>/definicje/", definitions, name="definitions"),
    path("projekty/<slug:project_slug>/definicje/<slug:key>/", definition, name="definition"),
    path("projekty/<slug:project_slug>/definicje/<slug:key>/sprawdz/", definition_check, name="definition_check"),
    path("projekty/<slug:project_slug>/sprawozdania/okres/", reports, name="reports"),
    path("projekty/<slug:project_slug>/sprawozdania/okres/plik.pdf", report_file, {"form": "pdf"}, name="report_pdf"),
    path(
        "projekty/<slug:project_slug>/sprawozdania/okres/plik.xlsx", report_file, {"form": "xlsx"}, name="report_xlsx"
    ),
    path("projekty/<slug:project_slug>/sprawozdania/okres/plik.csv", report_file, {"form": "csv"}, name="report_csv"),
    path("projekty/<slug:project_slug>/co-jesli/", what_if, name="what_if"),
    path("projekty/<slug:project_slug>/wykresy/", charts, name="charts"),
    path("projekty/<slug:project_slug>/wykresy/plik.pdf", charts_pdf, name="charts_pdf"),
    path("projekty/<slug:project_slug>/zagrozone/", at_risk, name="at_risk"),
    path("projekty/<slug:project_slug>/efektywnosc/", effectiveness, name="effectiveness"),
    path("projekty/<slug:project_slug>/rejestr/", register, name="register"),
    path("projekty/<slug:project_slug>/rejestr/dodaj/", register_add, name="register_add"),
    path("projekty/<slug:project_slug>/rejestr/<int:pk>/", register_edit, name="register_edit"),
    path("projekty/<slug:project_slug>/rejestr/<int:pk>/usun/", register_remove, name="register_remove"),
    path("projekty/<slug:project_slug>/wartosci-instytucji/", authority_values, name="authority_values"),
    path("projekty/<slug:project_slug>/wartosci-instytucji/dodaj/", authority_value_add, name="authority_value_add"),
    path(
        "projekty/<slug:project_slug>/wartosci-instytucji/<int:pk>/", authority_value_edit, name="authority_value_edit"
    ),
    path(
        "projekty/<slug:project_slug>/wartosci-instytucji/<int:pk>/usun/",
        authority_value_remove,
        name="authority_value_remove",
    ),
    path("projekty/<slug:project_slug>/cele/", targets, name="targets"),
    path("projekty/<slug:project_slug>/cele/dodaj/", target_add, name="target_add"),
    path("projekty/<slug:project_slug>/cele/wlasny/", target_own, name="target_own"),
    path("projekty/<slug:project_slug>/cele/progi/", thresholds, name="thresholds"),
    path("projekty/<slug:project_slug>/cele/aneks/", annex, name="annex"),
    path("projekty/<slug:project_slug>/cele/zmiany/<int:pk>/", correction_edit, name="correction_edit"),
    path("projekty/<slug:project_slug>/cele/zmiany/<int:pk>/usun/", correction_remove, name="correction_remove"),
    path("projekty/<slug:project_slug>/cele/<int:pk>/", target_edit, name="target_edit"),
    path("projekty/<slug:project_slug>/cele/<int:pk>/historia/", target_history, name="target_history"),
    path("projekty/<slug:project_slug>/cele/<int:pk>/aneks/", correction_add, name="correction_add"),
    path("projekty/<slug:project_slug>/cele/<int:pk>/usun/", target_remove, name="target_remove"),
]
