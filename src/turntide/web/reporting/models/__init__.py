"""What is kept of papers."""

from turntide.web.reporting.models.report import Letterhead, Printing, Remark, Report, Reports, Signature

__all__ = ["Letterhead", "Printing", "Remark", "Report", "Reports", "Signature"]
