"""How collected static files are named in production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedFiles(CompressedManifestStaticFilesStorage):
    """Names that change with the content, so that browsers may keep the files for ever.

    A file that has not been collected keeps its plain address: a report or a command needs no collectstatic.
    """

    def stored_name(self, name: str) -> str:
        """The collected name of a file, or the name as it is."""
        return self.hashed_files.get(self.hash_key(self.clean_name(name)), name)
