"""Template tags of welcome packages."""
