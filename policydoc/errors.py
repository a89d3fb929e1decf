"""What a user can cause and mend; everything else is a bug and keeps its traceback.

PolicydocError            one Chinese sentence: what, where, what to do
├── ReadError             not a file we know, damaged, encrypted, too large
│   └── EncodingError     bytes of no one encoding
├── SettingsError         a TOML or data file does not match its type
├── TemplateError         template and fields do not fit
└── CalendarError         a date that does not exist, or a year whose holidays are not published
"""

from __future__ import annotations


class PolicydocError(Exception):
    """A fault the user can mend; `str(error)` is the sentence the command line prints."""

    def __init__(self, message: str, *, subject: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject


class ReadError(PolicydocError):
    """A file that cannot be read; `subject` is its path."""


class EncodingError(ReadError):
    """A text whose bytes are not of one encoding, or of none that is known."""


class SettingsError(PolicydocError):
    """A settings or data file that does not fit its type; `subject` is its path."""


class TemplateError(PolicydocError):
    """A template that does not fit its fields or its data; `subject` is its name."""


class CalendarError(PolicydocError):
    """A date that does not exist or cannot be answered; `subject` is the date or year."""
