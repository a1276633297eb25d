"""How often readers have asked for a page in their language: numbers, and nothing about those who asked.

Owns the counters; does not know who reads them or what is public.
"""
