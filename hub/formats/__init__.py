"""How dates and times may be typed: FORMAT_MODULE_PATH, by language of the admin.

Wagtail's date fields show one form in every language (WAGTAIL_DATE_FORMAT and its like), so each language takes it, and
the international one that programs send. Two-digit years are taken in German only.
"""
