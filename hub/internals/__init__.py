"""Every use of a private, undocumented or shadowed part of a library: one module per library, plain names.

`tests/core/test_internals.py` has a canary for each: when an upgrade breaks one, the test says where to look. Nothing
in here knows the hub.
"""
