"""Compile the gettext catalogues that are newer than their compiled form, those of installed plugins too.

With --check: compile nothing, but fail on translations whose placeholders differ from the original's, because such a
text raises an error when it is shown.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def catalogues() -> Iterator[Path]:
    """Yield every catalogue of the project: of the interface and of each plugin."""
    for folder in ("locale", "*/locale", "*/*/locale"):
        yield from sorted(ROOT.glob(f"{folder}/*/LC_MESSAGES/*.po"))


def catalogues_of_plugins() -> Iterator[Path]:
    """Yield the catalogues in the packages of installed plugins, which are not imported."""
    for point in entry_points(group="hub.plugins"):
        package = find_spec(point.module.partition(".")[0])
        for folder in (package.submodule_search_locations if package else None) or ():
            yield from sorted(Path(folder).glob("**/locale/*/LC_MESSAGES/*.po"))


def compile_outdated() -> None:
    """Write the .mo file beside each catalogue that has none or an older one."""
    for path in (*catalogues(), *catalogues_of_plugins()):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            polib.pofile(str(path)).save_as_mofile(str(compiled))


def mistakes(path: Path) -> Iterator[str]:
    """Yield a line for each translation in the catalogue at `path` whose placeholders differ from the original's."""
    for entry in polib.pofile(str(path)).translated_entries():
        allowed = _placeholders(entry.msgid) | _placeholders(entry.msgid_plural)
        for text in filter(None, [entry.msgstr, *entry.msgstr_plural.values()]):
            found = _placeholders(text)
            # A plural form may leave out the number, as "one page" does.
            if not found <= allowed or (found != allowed and not entry.msgid_plural):
                yield f"{path.relative_to(ROOT)}:{entry.linenum}: {sorted(found)} instead of {sorted(allowed)}"


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit("\n".join(line for path in catalogues() for line in mistakes(path)) or 0)
    compile_outdated()
