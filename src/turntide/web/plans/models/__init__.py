"""The plan store's rows."""

from turntide.plan.model import CONFIDENCES, LIFECYCLES
from turntide.web.plans.models.action import Action, Actions
from turntide.web.plans.models.comment import Comment
from turntide.web.plans.models.heading import Heading
from turntide.web.plans.models.history import Change, Version
from turntide.web.plans.models.involvement import Involvement, Part
from turntide.web.plans.models.note import Note
from turntide.web.plans.models.parts import Measure, Milestone
from turntide.web.plans.models.placement import Placement
from turntide.web.plans.models.plan import Edition, Plan
from turntide.web.plans.models.programme import Programme, Tie
from turntide.web.plans.models.words import Words

__all__ = [
    "CONFIDENCES",
    "LIFECYCLES",
    "Action",
    "Actions",
    "Change",
    "Comment",
    "Edition",
    "Heading",
    "Involvement",
    "Measure",
    "Milestone",
    "Note",
    "Part",
    "Placement",
    "Plan",
    "Programme",
    "Tie",
    "Version",
    "Words",
]
