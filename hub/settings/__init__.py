"""The hub's settings: `base` is shared by `development`, `test` and `production`; `environment` reads what varies.

Owns what Django and Wagtail are told; knows nothing of pages. A bad value from the environment stops the start with a
message that says what would be right.
"""
