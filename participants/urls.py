"""Addresses."""

app_name = "participants"
urlpatterns = []
