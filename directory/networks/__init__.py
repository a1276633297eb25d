"""Networks: who works together for newcomers in a county, what for, in which groups, and how to join them.

The plugin owns what networks list. It refuses to know the other plugins: the coordinating office is a page with the
role `contact`.
"""
