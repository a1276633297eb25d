"""What a plugin needs to test its kinds: `KindContract`, and building blocks for pages.

    class MosqueContract(KindContract, TestCase):
        kind = "mosques"

inherits tests that hold for every kind, ours or foreign.
"""

from hub.testing.building import languages, make_county, make_file, make_image, publish, translate, work
from hub.testing.contract import KindContract

__all__ = ["KindContract", "languages", "make_county", "make_file", "make_image", "publish", "translate", "work"]
