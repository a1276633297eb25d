"""What a file may hold at most.

A large county has 360 pages in 2 MB, three levels deep, the longest with 11,000 characters of HTML and 300 tags. The
limits leave ten times as much, and keep what a file can cost to seconds for a page and minutes for an import. They are
no settings: a file beyond them is broken, or is no county's.
"""

MAX_FILE_BYTES = 20_000_000  # parsed, a file may take forty times its size in memory
MAX_PAGES = 2_000  # of one language; a new order may move each of them while editors wait
MAX_DEPTH = 20  # pages one below the other; the paths of the page tree end at 63
MAX_ORDER = 2**31 - 1  # what the database's column holds; -1 has a meaning of its own there
MAX_PATH_CHARACTERS = 1_000  # what the database's column holds
MAX_TITLE_CHARACTERS = 255  # what the database's column holds
MAX_HTML_CHARACTERS = 200_000  # without images in `data:` addresses, which are dropped
MAX_TAGS = 3_000  # of a page; each may begin a block, which is stored and translated by itself
MAX_NESTING = 100  # elements of a page inside one another; libxml2 drops without a word what is below 255 of them
MAX_CONVERSION_SECONDS = 300  # for all pages; 3,000 take twenty

# Pairing takes every group of a translation's lines for every paragraph. A larger section keeps a body of its own.
MAX_PAIRINGS = 20_000
