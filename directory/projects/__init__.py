"""Projects: what they are for, when they run, who pays and takes part, what came of them.

The plugin refuses to know the other plugins: a contact is any page with the role `contact`.
"""
