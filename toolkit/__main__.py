"""``python -m toolkit`` is the same command as ``toolkit``."""

from toolkit.cli.app import main

main()
