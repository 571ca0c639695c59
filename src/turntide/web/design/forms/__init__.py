"""How forms look: every form of the site, with no more in its template than ``{{ form }}``."""

from turntide.web.design.forms.dates import DateInput, DateInputField
from turntide.web.design.forms.files import FilesField
from turntide.web.design.forms.renderer import LookRenderer

__all__ = ["DateInput", "DateInputField", "FilesField", "LookRenderer"]
