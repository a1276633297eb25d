"""Places from the official register of municipalities, in the two forms in which it is published."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from hub.taxonomy.models import Place
from hub.taxonomy.register import Municipality, RegisterError, read, short_names

# Satzart, Textkennzeichen, Land, RB, Kreis, VB, Gem, name, area, population (4), postal code, longitude, latitude.
ROWS = [
    ["10", None, "15", None, None, None, None, "Sachsen-Anhalt", *[None] * 8],
    ["40", "44", "15", "0", "99", None, None, "Auental", *[None] * 8],
    ["50", "50", "15", "0", "99", "0010", None, "Auenstadt, Stadt", *[None] * 8],
    ["60", "63", "15", "0", "99", "0010", "010", "Auenstadt, Stadt", 52.1, 90, 45, 45, 2, "05110", "11,05", "51,90"],
    ["60", "64", "15", "0", "99", "0020", "020", "Mühlfurten", 20.0, 400, 200, 200, 20, "05134", "11,20", "51,80"],
    ["60", "66", "15", "0", "99", "9999", "501", "Auenwald", 10.5, None, None, None, None, None, "11,30", "51,70"],
    ["60", "64", "15", "0", "98", "0010", "010", "Bergdorf", 20.0, 400, 200, 200, 20, "05210", "11,40", "51,60"],
    [None] * 16,
]


def line(kind, key, union, name, sign="", code=""):
    """Return a line of GV100AD, 220 characters long."""
    fields = f"{kind}20260331{key:<8}{union:<4}{name:<50}{'':50}{sign:<2}{'':4}{'2000':0>11}{'900':0>11}{'450':0>11}"
    return f"{fields}{'':4}{code:<5}".ljust(220)


TEXT = "\r\n".join(
    [
        line("10", "15", "", "Sachsen-Anhalt"),
        line("40", "15099", "", "Auental", "44"),
        line("60", "15099010", "0010", "Auenstadt, Stadt", "63", "05110"),
        line("60", "15099020", "0020", "Mühlfurten", "64", "05134"),
        line("60", "15099501", "9999", "Auenwald", "66"),
        line("60", "15098010", "0010", "Bergdorf", "64", "05210"),
    ]
)


@pytest.fixture
def workbook(tmp_path):
    """Return workbook(rows, sheet), which writes a file as it is published and returns its path."""

    def write(rows=ROWS, sheet="Onlineprodukt_Gemeinden31032026"):
        book = Workbook()
        book.active.title = "Deckblatt"
        published = book.create_sheet(sheet)
        headings = [["Gemeinden"], [], ["Satz-art", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel"], [], [], []]
        for row in [*headings, *rows]:
            published.append(row)
        book.save(tmp_path / "AuszugGV.xlsx")
        return tmp_path / "AuszugGV.xlsx"

    return write


@pytest.fixture
def text(tmp_path):
    """Return text(content, encoding), which writes the other form."""

    def write(content=TEXT, encoding="utf-8"):
        path = tmp_path / "GV100AD_31032026.txt"
        path.write_bytes(content.encode(encoding))
        return path

    return write


def test_the_workbook_is_read(workbook):
    auenstadt, muehlfurten, bergdorf = read(workbook())
    assert auenstadt == Municipality("15099010", "Auenstadt, Stadt", "05110", 51.9, 11.05)
    assert (muehlfurten.name, bergdorf.key) == ("Mühlfurten", "15098010")


def test_a_spreadsheet_program_may_have_made_numbers_of_keys(workbook):
    row = [60, 63, 1, 0, 51, 11, 11, "Auenort", 5.0, 1, 1, 0, 1, 1067, 11.5, 51.5]
    assert read(workbook([row])) == [Municipality("01051011", "Auenort", "01067", 51.5, 11.5)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
def test_the_text_is_read(text, encoding):
    auenstadt, muehlfurten, _bergdorf = read(text(encoding=encoding))
    assert auenstadt == Municipality("15099010", "Auenstadt, Stadt", "05110")
    assert muehlfurten.name == "Mühlfurten"


def test_titles_go_unless_they_tell_two_places_apart():
    names = ["Quedlinburg, Welterbestadt", "Kiel, Landeshauptstadt", "Halle (Saale), Stadt", "Garding, Kirchspiel"]
    names += ["Oldenburg, Stadt", "Oldenburg, Flecken", "Herdecke, Stadt der Brücken"]
    short = short_names(Municipality(f"{number:08}", name) for number, name in enumerate(names))
    assert list(short.values())[:4] == ["Quedlinburg", "Kiel", "Halle (Saale)", "Garding, Kirchspiel"]
    assert list(short.values())[4:] == ["Oldenburg, Stadt", "Oldenburg, Flecken", "Herdecke"]


@pytest.mark.parametrize(
    ("content", "encoding", "says"),
    [
        (TEXT, "utf-16", "neither a text in UTF-8 or ISO 8859-1"),
        (TEXT, "cp850", "neither a text in UTF-8 or ISO 8859-1"),
        ("name;key\nAuenstadt;15099010", "utf-8", "line 1: it does not begin as"),
        (TEXT.replace("05134", "0513x"), "utf-8", "line 4: '0513x' is no postal code"),
        ("\n", "utf-8", "no municipality is in it"),
    ],
)
def test_another_text_is_refused(text, content, encoding, says):
    with pytest.raises(RegisterError, match=says):
        read(text(content, encoding))


def test_another_workbook_is_refused(workbook, tmp_path):
    with pytest.raises(RegisterError, match=r"no sheet Onlineprodukt_Gemeinden…, but Deckblatt, Tabelle"):
        read(workbook(sheet="Tabelle"))
    with pytest.raises(RegisterError, match=r"row 7: 8 columns, at least 16"):
        read(workbook([ROWS[3][:8]]))
    with pytest.raises(RegisterError, match=r"row 7: 'Ost' is no longitude"):
        read(workbook([[*ROWS[3][:14], "Ost", "51,9"]]))
    with pytest.raises(RegisterError, match=r"row 7: no key of eight digits"):
        read(workbook([["60", "63", "15", "0", "99", "0010", "x", *ROWS[3][7:]]]))
    broken = tmp_path / "broken.xlsx"
    broken.write_text(TEXT)
    with pytest.raises(RegisterError, match="no workbook"):
        read(broken)
    with pytest.raises(RegisterError, match="No such file"):
        read(tmp_path / "nowhere.txt")


def load(path, *arguments) -> str:
    told = StringIO()
    call_command("places", "register", str(path), "--county=15099", *arguments, stdout=told)
    return told.getvalue()


def rows():
    return {place.slug: (place.key, place.postal_codes, place.latitude) for place in Place.objects.all()}


@pytest.mark.django_db
class TestCommand:
    def test_it_adds_the_places_of_the_county(self, workbook):
        told = load(workbook())
        assert rows() == {
            "auenstadt": ("15099010", "05110", 51.9),
            "muehlfurten": ("15099020", "05134", 51.8),
        }
        assert Place.objects.get(slug="auenstadt").api_form("ar")["name"] == "Auenstadt"
        assert "1/2 15099010 Auenstadt: added" in told
        assert "Now add the other postal codes" in told

    def test_a_second_time_changes_nothing(self, workbook):
        load(workbook())
        before = rows()
        assert load(workbook()).count("unchanged") == 2
        assert rows() == before

    def test_what_editors_wrote_is_kept(self, workbook, text):
        load(text())
        place = Place.objects.get(slug="auenstadt")
        place.names, place.postal_codes = {"de": "Auenstadt am Fluss", "ar": "أوينشتات"}, "05112, 05113"
        place.save()
        told = load(workbook())
        place.refresh_from_db()
        assert place.names == {"de": "Auenstadt am Fluss", "ar": "أوينشتات"}
        assert (place.postal_codes, place.latitude) == ("05112, 05113", 51.9)
        assert "completed: latitude, longitude; the register calls it “Auenstadt, Stadt”" in told

    def test_a_place_without_a_key_is_recognised_by_its_name(self, workbook):
        Place.objects.create(slug="auenstadt", names={"de": "Auenstadt"})
        load(workbook())
        assert Place.objects.get(slug="auenstadt").key == "15099010"

    def test_a_namesake_in_another_county_stays_apart(self, workbook):
        Place.objects.create(slug="auenstadt", key="15001000", names={"de": "Auenstadt"})
        load(workbook())
        assert Place.objects.get(key="15099010").slug == "auenstadt-15099010"

    def test_what_the_register_does_not_have_is_named_and_kept(self, workbook):
        Place.objects.create(slug="alt", key="15099999", names={"de": "Altdorf"})
        assert "15099999 Altdorf: not in the register; kept" in load(workbook())
        assert Place.objects.filter(slug="alt").exists()

    def test_a_dry_run_changes_nothing(self, workbook):
        told = load(workbook(), "--dry-run")
        assert "Auenstadt: added" in told
        assert not Place.objects.exists()

    def test_bad_input_is_named_and_loses_nothing(self, text):
        Place.objects.create(slug="auenstadt", names={"de": "Auenstadt"})
        with pytest.raises(CommandError, match="Nothing has been changed"):
            load(text(encoding="utf-16"))
        with pytest.raises(CommandError, match="five digits"):
            call_command("places", "register", str(text()), "--county=Auental")
        with pytest.raises(CommandError, match="begins with 16001"):
            call_command("places", "register", str(text()), "--county=16001", stdout=StringIO())
        assert rows() == {"auenstadt": ("", "", None)}
