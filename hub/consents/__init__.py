"""Consent records: who has agreed to be shown with profile, name or photo, and until when.

A record alone holds a person's name and photo. Pages point at it by its number; their documents show what has been
agreed to while it is valid. It knows no kind.
"""
