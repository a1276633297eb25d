"""Guides, and the page for people who want to become one."""

from directory.guides.models.guide import GuidePage
from directory.guides.models.programme import Duty, GuideFigure, GuideProgrammePage

__all__ = ["Duty", "GuideFigure", "GuidePage", "GuideProgrammePage"]
