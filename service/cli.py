"""The command line: ``socialmap COMMAND``. Each command lives in a module of ``service.commands``.

Exit codes: 0 done; 1 some input failed, the rest is done; 2 usage; 3 the map cannot be used.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click

from ontology.errors import HomeError, SettingsError, SocialmapError, UsageError
from service.settings import read_settings

__all__ = ["COMMANDS", "command_line", "exit_code", "main"]

COMMANDS = (
    "backup", "check", "demo", "evaluate", "export", "ingest", "network", "proposals", "reindex",
    "restore", "search", "serve", "settings", "show",
)  # fmt: skip
"""Commands, each in the module of its name; imported when called, so that starting stays quick."""

_THREADS = "OPENBLAS_NUM_THREADS"
"""A need is a few thousand products: to wake other cores for them takes ten times as long as they
do, and requests run side by side anyway. The library reads this when it is first imported."""

_EXIT_INPUT, _EXIT_USAGE, _EXIT_HOME = 1, 2, 3


class _Commands(click.Group):
    """Finds a command by importing its module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"service.commands.{cmd_name}_command")
        command: click.Command = module.command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", type=click.Path(path_type=Path), help="Folder of the map.")
@click.version_option(version("socialmap"), prog_name="socialmap")
@click.pass_context
def command_line(context: click.Context, home: Path | None) -> None:
    """The social map: who can help with what for this child."""
    context.obj, context.meta["socialmap.origins"] = read_settings(os.environ, {"home": home})


def exit_code(error: SocialmapError) -> int:
    """The contract's exit code for an error."""
    if isinstance(error, HomeError):
        return _EXIT_HOME
    if isinstance(error, UsageError | SettingsError):
        return _EXIT_USAGE
    return _EXIT_INPUT


def main() -> None:
    """Run the command line; errors go to standard error as one sentence with the way out."""
    os.environ.setdefault(_THREADS, "1")
    try:
        command_line.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(_EXIT_USAGE)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(_EXIT_INPUT)
    except SocialmapError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(exit_code(error))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            # The reader of our output has gone (`| head`); nothing is wrong.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        click.echo(f"Error: {error.strerror}: {error.filename}. Check the path.", err=True)
        sys.exit(_EXIT_INPUT)
