"""The twelve rules of the design ("what always holds"): each has a module, its tests carry its number."""
