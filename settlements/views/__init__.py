"""Screens of what was said to the authority, a module a noun."""
