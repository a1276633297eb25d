"""The regions with editors, languages, legal pages and emergency numbers of their own: the kind `counties`."""
