"""Publishing turns each page into one document per language.

It owns the outbox, the reconciling of pages with their publications, the global sequence, the record of who showed
what, and the consumers that follow. It knows no kind, and how a document is made it leaves to `hub.representation`.
"""
