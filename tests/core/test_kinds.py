"""Every built-in kind keeps the contract."""

from django.test import TestCase

from hub.testing import KindContract


class InfoContract(KindContract, TestCase):
    kind = "info"


class CountyContract(KindContract, TestCase):
    kind = "counties"

    def make_parent(self):
        return super().make_parent().get_parent()
