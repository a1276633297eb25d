"""Welcome packages: what to do in the first weeks, told in chapters, with a checklist that the reader's device keeps.

The plugin owns chapters, things to do, steps, and questions with their answers. It refuses to know the other plugins:
offices are pages with the role `contact`.
"""
