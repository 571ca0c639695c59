"""What is being brought in, and the mends made to its reading."""

from turntide.web.intake.models.intake import Intake, Stage
from turntide.web.intake.models.mend import Mended, Seen

__all__ = ["Intake", "Mended", "Seen", "Stage"]
