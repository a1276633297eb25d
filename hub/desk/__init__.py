"""The admin as editors and translators meet it: what Wagtail's own screens lack for their work."""
