"""The command-line door: reads arguments and environment, calls the rooms below, prints."""

from lantu.cli.app import main

__all__ = ["main"]
