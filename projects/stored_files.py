"""Files and rows live and die together: a file without a row is deleted, however its row was lost."""

from weakref import finalize

from django.db import transaction


def forget_file(storage, name):
    """Deletes a file that no row names any more, once the row is saved for good."""
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def goes_with_its_row(field):
    """A handler of ``post_delete``: the file of this field is deleted with the row, by whatever way the row was deleted."""

    def forget(sender, instance, **kwargs):
        file = getattr(instance, field)
        forget_file(file.storage, file.name)

    return forget


def stays_only_if_committed(file):
    """A file written inside a transaction is deleted when that transaction, or a savepoint in it, is rolled back.

    Django tells nobody of a rollback, but it throws away what waited for the commit; the file goes with it.
    """
    transaction.on_commit(_Kept(file.storage, file.name))


class _Kept:
    """Waits for the commit. Called, it keeps the file; thrown away uncalled, it takes the file along."""

    def __init__(self, storage, name):
        self._unless_kept = finalize(self, storage.delete, name)

    def __call__(self):
        self._unless_kept.detach()
