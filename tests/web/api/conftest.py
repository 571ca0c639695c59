"""Fixtures of the API's tests."""

from api_fixtures import *  # noqa: F403
from api_operations import *  # noqa: F403
from delivery_fixtures import *  # noqa: F403
