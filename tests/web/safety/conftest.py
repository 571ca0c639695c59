"""Two furnished places, made once a module: each test sees them as they were made."""

from safety_fixtures import *  # noqa: F403
