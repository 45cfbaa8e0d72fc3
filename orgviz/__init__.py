"""Org charts as code: the names that other programs may use; nothing else happens here."""

__all__ = ["__version__"]

__version__ = "0.1.0"
