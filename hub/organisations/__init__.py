"""Organisations: who runs, funds or takes part in what the pages of all kinds describe. It knows no kind."""
