"""The vocabulary by which pages are sorted. It belongs to no county and refers to no page."""
