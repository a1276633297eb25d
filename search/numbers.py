"""Numbers that people write in several ways: phone numbers, paragraphs of laws, postal codes.

Each is given one form, which is compared as a whole: `n_4961518812180`, `p_24`. All texts are folded ones
(`search.analysis.fold`), so that digits of other scripts are Latin ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hub.phones import find_numbers

# What stands before the number of a section of law: "§ 24", "Paragraph 24a", and what translators write for it. Folded.
SECTION = re.compile(
    r"(?:§|(?<!\w)(?:paragra(?:ph|f)(?:e|en|s)?|sections?|articles?|artikel|art\.|madde(?:si)?|"
    r"[وفبكل]{0,2}(?:ال)?(?:ماده|فقره|بند)|параграф[аиіу]?|стат(?:ьи|ья|ье|тя|ті)|ст\.))\s{0,3}"
    r"(?:\d{1,4}[a-z]?(?:, ?| und | u\. ))*$"
)
LONGEST_LIST = 40  # characters before a section's number: the word, and other sections
SECTION_AFTER = re.compile(r"\. (?:madde|paragraf)")  # Turkish: "24. madde"
SECTION_NUMBER = re.compile(r"(?<!\w)(\d{1,4})(?:\s?([a-z])(?![\w.]))?(?!\d)")
GROUPS = re.compile(r"(?<![\w+])\d+(?:[ /-]\d+)*(?!\w)")
POSTAL_CODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
LEAST_DIGITS = 5


@dataclass(frozen=True)
class Numbers:
    """`phones` as digits of their international form, all numbers in the forms that are compared as a `whole`, and the
    `rest` of the text without its sections of laws, whose words ("Paragraph", "24") say nothing by themselves.
    """

    phones: list[str]
    whole: list[str]
    rest: str


def numbers(text: str) -> Numbers:
    """Return the numbers in `text`. A phone number is also found without its country or area code."""
    if not any(map(str.isdecimal, text)):
        return Numbers([], [], text)
    whole, others, end = [], [], 0
    for match in SECTION_NUMBER.finditer(text):
        before = text[max(0, match.start() - LONGEST_LIST) : match.start()]
        word, after = SECTION.search(before), SECTION_AFTER.match(text, match.end())
        if word or after:
            whole.append(f"p_{match[1]}{match[2] or ''}")
            others.append(text[end : match.start() - len(word[0] if word else "")])
            end = after.end() if after else match.end()
    phones = list(find_numbers(text))
    rest = text
    for phone in phones:
        whole += [f"n_{digits}" for digits in dict.fromkeys((phone.e164[1:], phone.national, phone.subscriber))]
        rest = rest.replace(phone.text, " ", 1)
    for match in GROUPS.finditer(rest):
        digits = re.sub(r"\D", "", match[0])
        joined = [digits] if len(digits) >= LEAST_DIGITS else []
        whole += [f"n_{number}" for number in dict.fromkeys([*joined, *POSTAL_CODE.findall(match[0])])]
    return Numbers([phone.e164[1:] for phone in phones], whole, " ".join([*others, text[end:]]))
