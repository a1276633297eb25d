"""Offices: their page, what is listed on it, and the terms by which they are sorted."""

from directory.offices.models.items import MeetingTime, OrganisationLink, Person, Service, Task
from directory.offices.models.office import OfficePage
from directory.offices.models.terms import OfficeType, Speciality

__all__ = ["MeetingTime", "OfficePage", "OfficeType", "OrganisationLink", "Person", "Service", "Speciality", "Task"]
