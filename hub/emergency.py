"""Emergency numbers that hold in all of Germany; their names are messages with the context "emergency number".

Sources: § 164 of the Telekommunikationsgesetz (110, 112), KBV (116117), BAFzA (116 016, violence against women),
TelefonSeelsorge (116 123 as harmonised by the EU).
"""

from __future__ import annotations

from django.utils.translation import override, pgettext

NATIONAL_NUMBERS = {
    "110": "Police",
    "112": "Fire brigade and ambulance",
    "116117": "On-call doctor when practices are closed",
    "116016": "Violence against women helpline",
    "116123": "Emotional support helpline",
}


def national_numbers(language: str) -> list[dict[str, str]]:
    """Return the emergency numbers that hold in all of Germany: `[{"number", "name"}]` with names in `language`."""
    with override(language):
        return [
            {"number": number, "name": pgettext("emergency number", name)} for number, name in NATIONAL_NUMBERS.items()
        ]
