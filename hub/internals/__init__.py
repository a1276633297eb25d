"""Every use of a private, undocumented or shadowed part of a library: one module per library, plain names.

Parts that can be imported only when all models are loaded have a module of their own. `tests/core/test_internals.py`
has a canary for each function: when an upgrade breaks one, the test says where to look. Nothing in here knows the hub.
"""
