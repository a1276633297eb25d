"""Search: finds publications by the words of a question.

Owns the analysis of words, two engines (the database, always; Elasticsearch, where there is one), the consumers that
fill them, the search page and its API. Reads publications only: it knows no page model and no kind by name.
"""
