"""Addresses."""

app_name = "indicators"
urlpatterns = []
