"""The pages API: Wagtail API v2's router, parsing, pagination and errors over publications.

It owns parameters, filters and the addresses in answers. It never reads a page.
"""
