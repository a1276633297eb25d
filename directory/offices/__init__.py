"""Offices: whom to turn to, what for, where, when and in which languages.

The plugin owns addresses, opening hours, spoken languages and staff. It refuses to know the other plugins: pages
point at an office by the role `contact`.
"""
