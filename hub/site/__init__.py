"""The visitor's site: addresses, choosing a language, pages and errors as HTML.

It reads publications and makes none.
"""
