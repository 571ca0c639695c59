"""The register's rows."""

from turntide.web.organisations.models.contact import Contact
from turntide.web.organisations.models.edit import Different, Edit
from turntide.web.organisations.models.organisation import (
    Identifier,
    Kind,
    Organisation,
    Organisations,
    OtherName,
)

__all__ = ["Contact", "Different", "Edit", "Identifier", "Kind", "Organisation", "Organisations", "OtherName"]
