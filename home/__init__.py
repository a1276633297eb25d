"""General information: the home page above all counties, their articles, and the import of those of another system."""
