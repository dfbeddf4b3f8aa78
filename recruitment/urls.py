"""Addresses of recruitment, inside a project."""

app_name = "recruitment"
urlpatterns = []
