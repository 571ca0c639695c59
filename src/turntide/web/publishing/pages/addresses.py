"""Where the public pages of a place are: in each language, and in the preview."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """The pages beneath ``base``, as `urls.pages` names them: "/in/tarrow/", "/in/tarrow/cy/", or in a preview."""

    base: str

    def plan(self, id_: str) -> str:
        """A plan."""
        return f"{self.base}plans/{id_}/"

    def actions(self, plan: str) -> str:
        """All actions of a plan."""
        return f"{self.plan(plan)}actions/"

    def theme(self, id_: str) -> str:
        """A theme, or any heading."""
        return f"{self.base}themes/{id_}/"

    def action(self, id_: str) -> str:
        """An action."""
        return f"{self.base}actions/{id_}/"

    def story(self, id_: str) -> str:
        """A story."""
        return f"{self.stories}{id_}/"

    def figure(self, axis: str, value: str) -> str:
        """The actions that a figure counts."""
        return f"{self.figures}{figure_key(axis, value)}/"

    @property
    def stories(self) -> str:
        """All stories."""
        return f"{self.base}stories/"

    @property
    def changes(self) -> str:
        """What changed lately."""
        return f"{self.base}changes/"

    @property
    def search(self) -> str:
        """Searching."""
        return f"{self.base}search/"

    @property
    def figures(self) -> str:
        """The figures and how they are known."""
        return f"{self.base}figures/"

    @property
    def accessibility(self) -> str:
        """The accessibility statement."""
        return f"{self.base}accessibility/"


def figure_key(axis: str, value: str) -> str:
    """A figure in an address: "lifecycle-not-started", "freshness-not-reported"."""
    return f"{axis}-{(value or 'not reported').replace(' ', '-')}"
