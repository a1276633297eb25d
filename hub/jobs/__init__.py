"""Jobs: work that takes longer than a second, done by the worker step by step beside all else, with visible progress.

It owns the table of jobs, the registry of their kinds and what people see of them. It knows no kind itself.
"""
