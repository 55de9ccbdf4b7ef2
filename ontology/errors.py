"""The errors that a user may see, each naming what is wrong and the way out.

::

    SocialmapError
    ├── UsageError            an argument or option that cannot be meant so
    ├── SettingsError         settings that do not hold, all faults listed at once
    ├── NotFoundError         no such entity, proposal or file
    ├── InputError            a file or text that cannot be read as what it claims to be
    ├── MissingExtraError     a feature whose packages are not installed
    └── HomeError             the map itself cannot be used
        ├── HomeLockedError   another process is writing to it
        ├── HomeVersionError  it was written by another version
        └── HomeDamagedError  it is corrupt

A face decides what becomes of an error (exit code, HTTP status); nothing below ``service`` does.
"""

from __future__ import annotations

__all__ = [
    "HomeDamagedError",
    "HomeError",
    "HomeLockedError",
    "HomeVersionError",
    "InputError",
    "MissingExtraError",
    "NotFoundError",
    "SettingsError",
    "SocialmapError",
    "UsageError",
]


class SocialmapError(Exception):
    """What went wrong (``what``), where (``place``) and what to do about it (``way_out``)."""

    def __init__(self, what: str, *, place: str = "", way_out: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.place = place
        self.way_out = way_out

    def __str__(self) -> str:
        head = f"{self.place}: {self.what}" if self.place else self.what
        return f"{head}. {self.way_out}" if self.way_out else head


class UsageError(SocialmapError):
    """An argument or option that cannot be meant so."""


class SettingsError(SocialmapError):
    """Settings that do not hold; ``what`` lists every fault."""


class NotFoundError(SocialmapError):
    """No such entity, proposal or file."""


class InputError(SocialmapError):
    """A file or text that is not what it claims to be; ``place`` names file and position."""


class MissingExtraError(SocialmapError):
    """A feature whose packages are not installed; ``way_out`` is the command to type."""


class HomeError(SocialmapError):
    """The map itself cannot be used."""


class HomeLockedError(HomeError):
    """Another process is writing to the map."""


class HomeVersionError(HomeError):
    """The map was written by another version."""


class HomeDamagedError(HomeError):
    """The map is corrupt."""
