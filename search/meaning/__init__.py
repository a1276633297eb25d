"""Search by meaning: pages in any language are found by what a question means.

Owns where vectors come from (`embeddings`), what gets one (`passages`), the consumer that keeps them and their place in
memory (`consumer`, `vectors`), what a question means (`question`), and the words of the source language that it may
mean, learnt from the hub's own translations (`word_table`). How their scores are combined stands in `search.ranking`.
"""
