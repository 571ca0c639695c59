"""A paper as a Word document that an officer goes on editing."""

from turntide.web.reporting.printing.word.document import as_word

__all__ = ["as_word"]
