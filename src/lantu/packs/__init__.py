"""Rules as data: TOML files with strict keys, structured into the records of the rooms that use them."""

from lantu.packs.loader import load, load_text, names

__all__ = ["load", "load_text", "names"]
