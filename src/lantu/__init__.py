"""Lantu 蓝图 takes a government's development plan from its text to its outcome."""

__version__ = "0.1.0"
