"""Opening hours as an editor writes them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.exceptions import ValidationError

from directory.offices.hours import HoursFormField, read_day, read_week
from directory.offices.templatetags.offices import day, not_over, ranges, week


@pytest.mark.parametrize(
    ("typed", "intervals"),
    [
        ("8-12", [["08:00", "12:00"]]),
        ("8:30-12, 13-16.30 Uhr", [["08:30", "12:00"], ["13:00", "16:30"]]),
        ("9.00 - 12.00 / 14.00 - 18.00", [["09:00", "12:00"], ["14:00", "18:00"]]),
        ("08:30–12:00 Uhr und 13 bis 18 Uhr", [["08:30", "12:00"], ["13:00", "18:00"]]),
        ("14-16, 9-12", [["09:00", "12:00"], ["14:00", "16:00"]]),
        ("8-12, 12-14", [["08:00", "12:00"], ["12:00", "14:00"]]),
        ("0-24", [["00:00", "24:00"]]),
        ("", []),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, intervals):
    assert read_day(typed) == intervals


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12-8", "12:00–08:00 ends before it starts"),
        ("8-8", "ends before it starts"),
        ("8-12, 11-13", "08:00–12:00 and 11:00–13:00 overlap"),
        ("8-25", "“8-25” is not understood"),
        ("8:75-10", "is not understood"),
        ("vormittags", "leave the day empty when closed"),
    ],
)
def test_a_wrong_day_gets_a_message(typed, said):
    with pytest.raises(ValidationError) as error:
        read_day(typed)
    assert said in error.value.messages[0]


def test_a_week_is_read_from_text_or_intervals_and_leaves_out_closed_days():
    hours = read_week({"friday": "9-12", "monday": [["08:00", "12:00"]], "sunday": ""})
    assert hours == {"monday": [["08:00", "12:00"]], "friday": [["09:00", "12:00"]]}
    assert list(hours) == ["monday", "friday"]


def test_every_wrong_day_of_a_week_is_named():
    with pytest.raises(ValidationError) as error:
        read_week({"monday": "12-8", "tuesday": "9-12", "friday": "?"})
    assert len(error.value.messages) == 2
    with pytest.raises(ValidationError):
        read_week({"Montag": "9-12"})


def test_the_form_shows_what_it_stored():
    field = HoursFormField(required=False)
    stored = field.clean(["8.30-12, 13-16", *[""] * 6])
    assert stored == {"monday": [["08:30", "12:00"], ["13:00", "16:00"]]}
    shown = field.widget.decompress(stored)
    assert shown == ["08:30–12:00, 13:00–16:00", *[""] * 6]
    assert field.clean(shown) == stored
    assert field.clean([""] * 7) == {}


def test_the_form_labels_each_day():
    html = HoursFormField(required=False).widget.render("hours", {}, {"id": "id_hours"})
    assert html.count("<label") == 7
    assert 'for="id_hours_0"' in html
    assert 'id="id_hours_0"' in html


def test_a_page_shows_all_days_or_none():
    days = week([{"day": "tuesday", "intervals": [{"from": "09:00", "to": "12:00"}]}])
    assert [bool(item["intervals"]) for item in days] == [False, True, False, False, False, False, False]
    assert week([]) == []


def test_a_page_leaves_out_closings_that_are_over():
    closings = [{"from": "2020-01-01", "to": "2020-01-02"}, {"from": "2999-01-01", "to": "2999-01-02"}]
    assert not_over(closings) == closings[1:]
    assert day("2999-01-02") == date(2999, 1, 2)


def test_only_the_wrong_day_is_marked():
    class Form(forms.Form):
        hours = HoursFormField(required=False)

    form = Form({"hours_monday": "9-12", "hours_tuesday": "vormittags", "hours_sunday": ""})
    assert not form.is_valid()
    fields = BeautifulSoup(str(form["hours"]), "html.parser")("input")
    assert [field["name"] for field in fields if field.get("aria-invalid")] == ["hours_tuesday"]


def test_hours_are_offered_to_be_copied_where_working_days_follow():
    days = BeautifulSoup(str(HoursFormField().widget.render("hours", {})), "html.parser")(class_="hours-widget__day")
    assert [day.label.text for day in days if day.button and day.button["type"] == "button"] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
    ]


def test_each_range_of_a_line_stays_in_one_piece():
    assert ranges("Mo \u206608:00–12:00\u2069, \u206613:00–16:00\u2069; Di <b>") == (
        'Mo <bdi class="range" dir="ltr">08:00–12:00</bdi>, <bdi class="range" dir="ltr">13:00–16:00</bdi>; '
        "Di &lt;b&gt;"
    )
