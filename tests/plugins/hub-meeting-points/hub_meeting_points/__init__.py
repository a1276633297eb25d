"""Meeting points where newcomers and locals get to know each other."""
