"""The register's rows."""

from turntide.web.organisations.models.contact import Contact
from turntide.web.organisations.models.organisation import Identifier, Organisation, OtherName

__all__ = ["Contact", "Identifier", "Organisation", "OtherName"]
