"""The vocabulary with which a hub may begin: names are messages of the interface, with the model's name as context."""

from __future__ import annotations

TOPICS = {
    "arrival": {"name": "Arriving", "icon": "info"},
    "residence": {"name": "Residence and law", "icon": "law"},
    "language": {"name": "Learning German", "icon": "language"},
    "work": {"name": "Work and training", "icon": "work"},
    "education": {"name": "School and university", "icon": "school"},
    "family": {"name": "Children and family", "icon": "family"},
    "health": {"name": "Health", "icon": "health"},
    "housing": {"name": "Housing", "icon": "home"},
    "money": {"name": "Money and benefits", "icon": "money"},
    "mobility": {"name": "Getting around", "icon": "transport"},
    "leisure": {"name": "Leisure and volunteering", "icon": "leisure"},
    "counselling": {"name": "Advice and help", "icon": "help"},
}

TARGET_GROUPS = {
    "refugees": {"name": "Refugees"},
    "eu-citizens": {"name": "People from the EU"},
    "workers": {"name": "Workers from abroad"},
    "families": {"name": "Families"},
    "young-people": {"name": "Children and young people"},
    "women": {"name": "Women"},
    "people-with-disabilities": {"name": "People with disabilities"},
    "volunteers": {"name": "Volunteers"},
}
