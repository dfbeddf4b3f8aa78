"""Addresses of the files of the authority, inside a project."""

app_name = "exchange"
urlpatterns = []
