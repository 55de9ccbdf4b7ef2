"""``python -m service.web.build``: compiles the catalogs, bundles the scripts where Node is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from service.web.catalog import LANGUAGES, LOCALE

__all__ = ["compile_catalogs", "main"]

_ROOT = Path(__file__).resolve().parent.parent.parent
_WITHOUT = (
    "No Node here: the pages work without scripts, the network as a table instead of a picture."
)

_STEPS = (
    ["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"],
    ["run", "--silent", "build"],
)


def compile_catalogs() -> None:
    """Write each language's ``messages.mo`` beside its ``messages.po``."""
    for language in LANGUAGES:
        source = LOCALE / language / "LC_MESSAGES" / "messages.po"
        with source.open("rb") as file:
            catalog = read_po(file, locale=language)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)


def main() -> int:
    """Compile and bundle; gives the exit code of npm, 0 without it."""
    compile_catalogs()
    npm = shutil.which("npm")
    if npm is None:
        sys.stderr.write(f"{_WITHOUT}\n")
        return 0
    for arguments in _STEPS:
        if code := subprocess.run([npm, *arguments], cwd=_ROOT, check=False).returncode:
            sys.stderr.write(f"`npm {' '.join(arguments)}` failed; {_WITHOUT.partition(': ')[2]}\n")
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
