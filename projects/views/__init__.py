"""The pages of the project's room, one module a noun."""
