"""Addresses of the files of the authority, inside a project."""

from django.urls import path

from .views import comparisons, home, imports

app_name = "exchange"
urlpatterns = [
    path("", home.files, name="home"),
    path("szablon.xlsx", home.template, name="template"),
    path("<slug:layout>.csv", home.export, name="export"),
    path("importy/dodaj/", imports.import_add, name="import_add"),
    path("importy/<int:pk>/", imports.import_detail, name="import"),
    path("importy/<int:pk>/postep/", imports.import_progress, name="import_progress"),
    path("importy/<int:pk>/popraw/", imports.rows_correct, name="rows_correct"),
    path("importy/<int:pk>/propozycje/", imports.suggestions_take, name="suggestions_take"),
    path("importy/<int:pk>/pomin/", imports.rows_leave_out, name="rows_leave_out"),
    path("importy/<int:pk>/zapisz/", imports.import_write, name="import_write"),
    path("importy/<int:pk>/od-nowa/", imports.import_again, name="import_again"),
    path("importy/<int:pk>/cofnij/", imports.import_undo, name="import_undo"),
    path("uzgodnienia/dodaj/", comparisons.comparison_add, name="comparison_add"),
    path("uzgodnienia/<int:pk>/", comparisons.comparison, name="comparison"),
    path("uzgodnienia/<int:pk>/jeszcze-raz/", comparisons.comparison_again, name="comparison_again"),
]
