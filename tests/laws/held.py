"""How long the laws are tried: the same examples on every machine, with no deadline."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings


def held(examples: int) -> settings:
    """Settings for a law tried on so many examples."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
