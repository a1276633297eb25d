"""The hub: what all kinds of pages share. It knows no plugin by name."""

__version__ = "0.1.0"
