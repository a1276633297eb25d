"""Every built-in kind keeps the contract."""

import pytest
from django.test import TestCase

from hub.testing import KindContract

pytestmark = pytest.mark.thorough


class InfoContract(KindContract, TestCase):
    kind = "info"


class CountyContract(KindContract, TestCase):
    kind = "counties"

    def make_parent(self):
        return super().make_parent().get_parent()
