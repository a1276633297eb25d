"""Networks: their page and what is listed on it."""

from directory.networks.models.items import (
    AlsoFor,
    Conference,
    FieldOfAction,
    Goal,
    NetworkGroup,
    Participant,
    Principle,
    Resource,
    Task,
)
from directory.networks.models.network import NetworkPage

__all__ = [
    "AlsoFor",
    "Conference",
    "FieldOfAction",
    "Goal",
    "NetworkGroup",
    "NetworkPage",
    "Participant",
    "Principle",
    "Resource",
    "Task",
]
