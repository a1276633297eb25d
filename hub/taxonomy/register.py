"""Municipalities from the official register, GV-ISys of the Statistisches Bundesamt, in both forms that it publishes.

- The workbook “AuszugGV…Aktuell.xlsx” (https://www.destatis.de, “Gemeindeverzeichnis, GVAuszugQ” and “GVAuszugJ”): the
  columns of the sheet “Onlineprodukt_Gemeinden…” are Satzart, Textkennzeichen, the regional key in five columns (Land,
  Regierungsbezirk, Kreis, Verband, Gemeinde), Gemeindename, Fläche, Bevölkerung in four columns, Postleitzahl (that of
  the seat), Längengrad, Breitengrad, and others that are not read here. The headings take several rows.
- The text “GV100AD_….txt” or “.ASC” (“GV100ADQ”, “GV100ADJ”; its “Datensatzbeschreibung” is in the same archive), with
  the fields at fixed places. It has no position on the map.

Both have rows for Länder, Kreise and unions of municipalities, too; Satzart 60 is a municipality.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MUNICIPALITY = "60"
UNINHABITED = "66"  # Textkennzeichen of an area that belongs to no municipality and where nobody lives
COLUMNS = 16  # up to the Breitengrad
SHEET = "Onlineprodukt_Gemeinden"
LINE = re.compile(r"\d{2}[12]\d{3}[01]\d[0-3]\d\d{2}.{8,}")  # Satzart, day, and the key, which may end in spaces
# “Quedlinburg, Welterbestadt”: what people say is Quedlinburg. “Garding, Kirchspiel” is another place than Garding.
TITLE = re.compile(r", (?:.*stadt(?: .*)?|.*\bSt|Flecken|Markt|M)\Z", re.IGNORECASE)


class RegisterError(ValueError):
    """A file that is not the register; the message says what is wrong with it."""


@dataclass(frozen=True)
class Municipality:
    """`key` has eight digits; `postal_code` is that of the seat alone, empty where there is none."""

    key: str
    name: str
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None


def read(path: Path) -> list[Municipality]:
    """Return the inhabited municipalities in a file of the register. Raises RegisterError for any other file."""
    try:
        rows = read_workbook(path) if path.suffix.lower() == ".xlsx" else read_text(path)
        municipalities = list(rows)
    except OSError as error:
        raise RegisterError(f"{path}: {error.strerror or error}") from error
    if not municipalities:
        raise RegisterError(f"{path}: no municipality is in it (rows that begin with {MUNICIPALITY}).")
    return municipalities


def read_workbook(path: Path) -> Iterator[Municipality]:
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError) as error:
        raise RegisterError(f"{path}: no workbook of the form .xlsx. Download it again.") from error
    try:
        sheet = next((sheet for sheet in workbook.worksheets if sheet.title.startswith(SHEET)), None)
        if sheet is None:
            raise RegisterError(f"{path}: no sheet {SHEET}…, but {', '.join(workbook.sheetnames)}.")
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            values = [as_text(cell) for cell in cells]
            if values and values[0] == MUNICIPALITY:
                yield from of_cells(values, f"{path}, row {number}")
    finally:
        workbook.close()


def as_text(cell: Any) -> str:
    whole_number = isinstance(cell, float) and cell.is_integer()
    return "" if cell is None else str(int(cell) if whole_number else cell).strip()


def of_cells(cells: list[str], where: str) -> Iterator[Municipality]:
    """Yield the municipality of a row, none where nobody lives. Raises RegisterError where a column has another kind of
    value.
    """
    if len(cells) < COLUMNS:
        raise RegisterError(f"{where}: {len(cells)} columns, at least {COLUMNS} are expected.")
    # Spreadsheet programs drop the zeros in front.
    key = cells[2].zfill(2) + cells[3] + cells[4].zfill(2) + cells[6].zfill(3)
    code = cells[13].zfill(5) if cells[13] else ""
    latitude, longitude = degrees(cells[15], where), degrees(cells[14], where)
    yield from checked(cells[1], Municipality(key, cells[7], code, latitude, longitude), where)


def degrees(text: str, where: str) -> float | None:
    try:
        return float(text.replace(",", ".")) if text else None
    except ValueError as error:
        raise RegisterError(f"{where}: {text!r} is no longitude or latitude.") from error


def read_text(path: Path) -> Iterator[Municipality]:
    lines = decoded(path).splitlines()
    for number, line in enumerate(lines, 1):
        where = f"{path}, line {number}"
        if line.strip() and not LINE.fullmatch(line):
            raise RegisterError(f"{where}: it does not begin as the lines of the file GV100AD do.")
        if line.startswith(MUNICIPALITY):
            code = line[165:170].strip()
            yield from checked(line[122:124], Municipality(line[10:18], line[22:72].strip(), code), where)


def decoded(path: Path) -> str:
    """Return the text of a file: newer ones are in UTF-8, older ones in ISO 8859-1. Raises RegisterError for others."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("iso-8859-1")
    if re.search(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", text):
        raise RegisterError(f"{path}: neither a text in UTF-8 or ISO 8859-1 nor a workbook whose name ends in .xlsx.")
    return text


def checked(sign: str, municipality: Municipality, where: str) -> Iterator[Municipality]:
    if not re.fullmatch(r"\d{8}", municipality.key) or not municipality.name:
        raise RegisterError(f"{where}: no key of eight digits with a name, but {municipality.key!r}.")
    if not re.fullmatch(r"(\d{5})?", municipality.postal_code):
        raise RegisterError(f"{where}: {municipality.postal_code!r} is no postal code.")
    if sign != UNINHABITED:
        yield municipality


def short_names(municipalities: Iterable[Municipality]) -> dict[str, str]:
    """Return by their keys the names of municipalities without titles, but for those that would share a name."""
    full = {municipality.key: municipality.name for municipality in municipalities}
    short = {key: TITLE.sub("", name) for key, name in full.items()}
    names = list(short.values())
    return {key: name if names.count(name) == 1 else full[key] for key, name in short.items()}
