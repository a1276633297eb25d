"""Imports a county's pages from files of the Integreat content API, which many German counties use.

Owns the formats of those files and of their HTML, and the record of what earlier imports stored. It knows the pages of
`home`; nothing knows the importer.

- `files` reads and checks the files, `checks` their texts; `limits` says what they may hold.
- `conversion` turns their HTML into `sections`, with the addresses of `links` repaired.
- `rich_text` renders sections as Wagtail stores them, `alignment` pairs a translation's sections with its source's.
- `plan` decides what each page should become, `report` (with `words`) tells what became of it.
- `job` runs the import. Only it, `tree`, `translations` and `history` use the database.
"""
