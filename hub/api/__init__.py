"""The pages API: the parameters, filters and errors of Wagtail's API v2 over publications.

It owns the parameters, what they mean, and the addresses in answers. It never reads a page.
"""
