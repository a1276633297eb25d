"""The translator's desk: all texts of a page beside their translations, saved one by one.

wagtail-localize's store holds the words. The desk knows nothing of how pages become public.
"""
