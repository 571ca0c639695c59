"""What is kept of periods."""

from turntide.web.periods.models.frozen import Frozen, FrozenPeriods
from turntide.web.periods.models.lasting import ChangedFrozenError, Lasting

__all__ = ["ChangedFrozenError", "Frozen", "FrozenPeriods", "Lasting"]
