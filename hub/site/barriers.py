"""Where visitors report a barrier: every public body in Germany has to offer that on each page (BITV 2.0, § 7)."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _


def report_address(county: dict, page_address: str) -> str:
    """Return the address of a county's accessibility statement.

    Without one it is a mail to the contact office that names `page_address` (RFC 6068), then the office's page, which
    may have a phone; "" for a county with neither.
    """
    if county["accessibility"]:
        return county["accessibility"]["meta"]["html_url"]
    contact = county["contact"]
    if not contact:
        return ""
    recipient = next((email["value"]["address"] for email in contact.get("emails") or []), "")
    if not recipient:
        return contact["meta"]["html_url"]
    mail = {
        "subject": _("Accessibility problem on the page %(address)s") % {"address": page_address},
        "body": _("I have found an accessibility problem on this page: %(address)s") % {"address": page_address}
        + "\r\n\r\n",
    }
    return f"mailto:{quote(recipient, safe='@')}?{urlencode(mail, quote_via=quote)}"
