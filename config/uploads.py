"""The whole of one upload is bounded before a byte of it is written down."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class NoMoreThan(FileUploadHandler):
    """Refuses a form that says it is longer than UPLOAD_MOST_MB; the answer is 400. First in FILE_UPLOAD_HANDLERS."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > settings.UPLOAD_MOST_MB * 1024 * 1024:
            raise RequestDataTooBig("an upload larger than UPLOAD_MOST_MB")

    def receive_data_chunk(self, raw_data, start):
        """Leaves the content to the next handler."""
        return raw_data

    def file_complete(self, file_size):
        """Leaves the file to the next handler."""
