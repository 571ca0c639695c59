"""What is being brought in, and the mends made to its reading."""

from turntide.web.intake.models.intake import SILENT, Intake, Intakes, Stage
from turntide.web.intake.models.match import Match
from turntide.web.intake.models.mend import Mended, Seen, finding_key

__all__ = ["SILENT", "Intake", "Intakes", "Match", "Mended", "Seen", "Stage", "finding_key"]
