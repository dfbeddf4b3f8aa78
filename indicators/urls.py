"""Addresses of the indicators."""

from django.urls import path

from .views.dashboard import dashboard
from .views.portfolio import portfolio
from .views.why import why

app_name = "indicators"
urlpatterns = [
    path("portfel/", portfolio, name="portfolio"),
    path("projekty/<slug:project_slug>/", dashboard, name="dashboard"),
    path("projekty/<slug:project_slug>/wskazniki/<slug:key>/", why, name="why"),
]
