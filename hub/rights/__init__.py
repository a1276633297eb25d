"""Who may do what: the groups of each county, and which pages somebody who works in the admin may read.

It finds counties by their role among the kinds and knows no model of them. What documents show to the public is none of
its business.
"""
