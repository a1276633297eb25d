"""Passwords and who tries them: limits, forgotten ones, the log of failures. Knows no pages."""
