"""Publishing turns each page into one document per language.

It owns the outbox, the reconciling of pages with their publications, the global sequence, the record of who showed
what, the consumers that follow, and the worker that does all this and keeps the schedule. It knows no kind, and how a
document is made it leaves to `hub.representation`.
"""
