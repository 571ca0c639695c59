"""The rows of the mail app."""

from turntide.web.mail.models.message import Message, Messages
from turntide.web.mail.models.wording import PostingRules, Stop, Wording

__all__ = ["Message", "Messages", "PostingRules", "Stop", "Wording"]
