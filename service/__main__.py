"""``python -m service``: the command line without its script."""

from service.cli import main

main()
