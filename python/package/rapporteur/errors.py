"""What can go wrong. The words are those that the ``rapporteur`` command prints."""


class RapporteurError(Exception):
    """Any of the errors below."""


class UsageError(RapporteurError, ValueError):
    """What was asked makes no sense as it stands; the message says what to ask instead."""


class NotFoundError(RapporteurError, KeyError):
    """No table has that name, or nothing in the record has that id."""

    __str__ = Exception.__str__  # KeyError would put the message in quotation marks


class RecordError(RapporteurError):
    """The record cannot be read or added to, or a file cannot be written."""


class MissingRecordError(RecordError, FileNotFoundError):
    """There is no record at that path."""


class InternalError(RapporteurError):
    """A fault of the program. Please report it."""


class RapporteurWarning(UserWarning):
    """Some input could not be read at all; the rest was."""
