"""The words of a page in other languages, on top of wagtail-localize.

It owns what prose and fact mean, the record of what a translation translated, and the ways to submit and publish one.
"""
