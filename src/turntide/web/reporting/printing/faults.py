"""What may stand in the way of printing, each with one sentence for the person who asked."""

from __future__ import annotations


class PrintingUnavailableError(Exception):
    """This machine cannot print: something that sets type is missing. Its text says what to install."""


class LetterheadError(Exception):
    """A place's Word template cannot be used. Its text says what is wrong and what to do."""
