"""What is kept of papers."""

from turntide.web.reporting.models.letterhead import Letterhead, Letterheads
from turntide.web.reporting.models.printing import KeptPaper, Printing, Printings
from turntide.web.reporting.models.report import Report, Reports
from turntide.web.reporting.models.talk import Remark, Signature

__all__ = [
    "KeptPaper",
    "Letterhead",
    "Letterheads",
    "Printing",
    "Printings",
    "Remark",
    "Report",
    "Reports",
    "Signature",
]
