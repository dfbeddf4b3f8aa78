"""Screens of the indicators, a module a noun."""
