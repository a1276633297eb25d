"""The directory of a county: one plugin in each folder."""
