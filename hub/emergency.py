"""Emergency numbers that hold in all of Germany, named in the hub's languages.

Sources: § 164 of the Telekommunikationsgesetz (110, 112), KBV (116117), BAFzA (116 016, violence against women),
TelefonSeelsorge (116 123 as harmonised by the EU).
"""

NATIONAL_NUMBERS: list[tuple[str, dict[str, str]]] = [
    ("110", {"de": "Polizei", "en": "Police", "ar": "الشرطة"}),
    (
        "112",
        {
            "de": "Feuerwehr und Rettungsdienst",
            "en": "Fire brigade and ambulance",
            "ar": "الإطفاء والإسعاف",
        },
    ),
    (
        "116117",
        {
            "de": "Ärztlicher Bereitschaftsdienst",
            "en": "Doctor on call outside surgery hours",
            "ar": "الطبيب المناوب خارج أوقات العمل",
        },
    ),
    (
        "116016",
        {
            "de": "Hilfetelefon Gewalt gegen Frauen",
            "en": "Helpline for women who suffer violence",
            "ar": "هاتف المساعدة للنساء المعنّفات",
        },
    ),
    ("116123", {"de": "Telefonseelsorge", "en": "Emotional support helpline", "ar": "خط الدعم النفسي"}),
]


def national_numbers(language: str) -> list[dict[str, str]]:
    """Return the emergency numbers that hold in all of Germany: `[{"number", "name"}]` with names in `language`."""
    base = language.partition("-")[0]
    return [{"number": number, "name": names.get(base, names["en"])} for number, names in NATIONAL_NUMBERS]
