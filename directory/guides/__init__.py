"""Volunteer guides, nameless unless they have agreed to be named, and each county's page for those who want to be one.

The plugin refuses to know the other plugins, and anything by which a guide can be reached: visitors ask the office, any
page with the role `contact`.
"""
