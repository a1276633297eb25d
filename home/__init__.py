"""General information: the home page above all counties, and their articles."""
