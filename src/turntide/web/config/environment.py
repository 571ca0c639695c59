"""What an installation says about itself, by its environment. docs/running.md tells of each."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import environ

_DATA = Path("~/.local/share/turntide")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site is reached from outside."""

    url: str

    @property
    def host(self) -> str:
        """The host's name alone."""
        return urlsplit(self.url).hostname or "localhost"

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self.url.startswith("https://")

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def environment() -> environ.Env:
    """The environment, to be asked by name and type."""
    return environ.Env()


def data_folder(env: environ.Env) -> Path:
    """The folder that holds everything of an installation which is not in a database elsewhere."""
    folder = Path(env.str("TURNTIDE_DATA", default=str(_DATA))).expanduser()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key(env: environ.Env, folder: Path) -> str:
    """The key that signs sessions: from the environment, or made once and kept in the data folder."""
    given = env.str("TURNTIDE_SECRET_KEY", default="")
    return given or _kept_key(folder / "secret-key")


def _kept_key(file: Path) -> str:
    if not file.exists():
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50), encoding="utf-8")
        _first_wins(fresh, file)
    return file.read_text(encoding="utf-8")


def _first_wins(fresh: Path, file: Path) -> None:
    """Web and worker start together: only one of them gives the key."""
    try:
        os.link(fresh, file)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
