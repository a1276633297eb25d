"""Importing a county's pages from the content API that many German counties use (Integreat).

One role in each module: `reading` checks the files, `converting` turns HTML into paragraphs, `links` mends addresses,
`richtext` writes what Wagtail stores, `aligning` pairs a translation with its source, `storing` makes the pages and
`reporting` tells what became of them. Only `storing` knows the database.
"""
