"""The authority's files: which columns they have, in what order, and how a row is read and written."""
