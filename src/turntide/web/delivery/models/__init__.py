"""The rows of delivery."""

from turntide.web.delivery.models.arrangements import Arrangements, Cadence, Reporting, Term, Vocabulary
from turntide.web.delivery.models.group import Group, GroupEdit, Member, Remit
from turntide.web.delivery.models.link import Link, Links
from turntide.web.delivery.models.responsibility import Responsibility
from turntide.web.delivery.models.round import Recipient, Request, Requests, Round
from turntide.web.delivery.models.standing import Decision, Standing
from turntide.web.delivery.models.update import Update
from turntide.web.delivery.models.update_parts import Evidence, Reach, Reading, Saying, Step

__all__ = [
    "Arrangements",
    "Cadence",
    "Decision",
    "Evidence",
    "Group",
    "GroupEdit",
    "Link",
    "Links",
    "Member",
    "Reach",
    "Reading",
    "Recipient",
    "Remit",
    "Reporting",
    "Request",
    "Requests",
    "Responsibility",
    "Round",
    "Saying",
    "Standing",
    "Step",
    "Term",
    "Update",
    "Vocabulary",
]
