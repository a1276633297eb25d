"""The documented example for nginx, in front of the hub."""

import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from getpass import getuser
from pathlib import Path

import pytest
import requests
from requests.adapters import HTTPAdapter

from hub.representation.images import picture_address
from hub.testing import make_county
from tests.logins.conftest import PASSWORD
from tests.rules.stage import article, block, file, fresh, image

pytestmark = pytest.mark.django_db(transaction=True)

DOCS = Path(__file__).parents[2] / "docs" / "operating.md"
ATTACKER, HONEST = "127.0.0.2", "127.0.0.3"  # Linux has the whole network on its own machine
MAIN = """
daemon off;
user {user};
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    {example}
}}
"""


def example() -> str:
    return re.search(r"^```nginx\n(.*?)^```", DOCS.read_text(), re.MULTILINE | re.DOTALL)[1]


@pytest.fixture
def front(nginx, live_server, settings, tmp_path) -> Iterator[str]:
    """The address of nginx, with the documented example and another address of the hub, port and certificate."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    text = re.sub(r"^ *ssl_certificate.*\n", "", example(), flags=re.MULTILINE)
    hub = live_server.url.removeprefix("http://")
    replacements = {
        "443 ssl": f"127.0.0.1:{port}",
        "127.0.0.1:8000": hub,
        "hub.example.org": "127.0.0.1",
        "/srv/hub/var/media": str(settings.MEDIA_ROOT),
    }
    for old, new in replacements.items():
        assert old in text
        text = text.replace(old, new)
    config = tmp_path / "nginx.conf"
    config.write_text(MAIN.format(folder=tmp_path, user=getuser(), example=text))
    checked = subprocess.run([nginx, "-t", "-e", "stderr", "-c", config], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    server = subprocess.Popen([nginx, "-e", tmp_path / "error.log", "-c", config])
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not listen.")


@pytest.fixture
def browser_at() -> Callable[[str], requests.Session]:
    """Return a browser that comes from an address of this machine."""

    class From(HTTPAdapter):
        def __init__(self, address: str) -> None:
            self.address = address
            super().__init__()

        def init_poolmanager(self, *args, **options):
            super().init_poolmanager(*args, source_address=(self.address, 0), **options)

    def browser_at(address: str) -> requests.Session:
        try:
            socket.create_server((address, 0)).close()
        except OSError:
            pytest.skip("This system has one address of its own only.")
        session = requests.Session()
        session.mount("http://", From(address))
        return session

    return browser_at


def log_in(browser, front, password):
    page = browser.get(f"{front}/admin/login/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    values = {"username": "editor", "password": password, "csrfmiddlewaretoken": token}
    return browser.post(f"{front}/admin/login/", values, allow_redirects=False).status_code


def test_pages_are_passed_on_and_health_is_not(front):
    for path in ("/de/", "/api/v2/pages/", "/admin/login/", "/de/search/?q=Wohnen", "/robots.txt"):
        assert requests.get(front + path, timeout=10).status_code == 200, path
    for path in ("/health/live", "/health/ready"):
        assert requests.get(front + path, timeout=10).status_code == 404, path


@pytest.mark.parametrize("location", ["", "/stored/"], ids=["the hub sends", "nginx sends"])
def test_pictures_and_files_are_sent_while_they_are_public(front, settings, location):
    settings.MEDIA_ACCEL_LOCATION = location
    picture, paper = image(), file()
    files = block("documents", {"files": [{"file": paper.pk, "title": "Blatt", "language": "de"}]})
    page = article(make_county(), "Mit Bild", [files], image=picture, image_alt="Ein Haus")
    scaled = f"{front}{picture_address(picture, 400)}"
    addresses = [scaled, front + paper.url]  # the test's server has a door of its own to /media/
    for address in addresses:
        answer = requests.get(address, timeout=10)
        assert answer.status_code == 200, address
        assert answer.content.startswith(b"text" if address == addresses[-1] else b"\x89PNG")
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "private" in answer.headers["Cache-Control"]
        again = requests.get(address, headers={"If-None-Match": answer.headers["ETag"]}, timeout=10)
        assert again.status_code == 304, address
    assert requests.get(scaled, timeout=10).headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    stored = {f"{front}/stored/{item.file.name}" for item in (picture, paper, *picture.renditions.all())}
    assert {requests.get(address, timeout=10).status_code for address in stored} == {404}
    fresh(page).unpublish()
    assert {requests.get(address, timeout=10).status_code for address in addresses} == {404}


def test_who_invents_a_forwarded_address_locks_only_themselves_out(front, editor, browser_at):
    attacker, honest = browser_at(ATTACKER), browser_at(HONEST)
    attacker.headers["X-Forwarded-For"] = HONEST
    answers = [log_in(attacker, front, f"guess {number}") for number in range(12)]
    assert answers == [200] * 9 + [429] * 3
    assert log_in(attacker, front, PASSWORD) == 429
    assert log_in(honest, front, PASSWORD) == 302


@pytest.mark.parametrize(
    ("method", "path", "limit"),
    [
        ("post", "/admin/login/", 20),
        ("post", "/admin/password_reset/", 20),
        ("post", "/ar/_util/authenticate_with_password/1/1/", 20),
        ("post", "/documents/authenticate_with_password/1/", 20),
        ("get", "/de/search/?q=Wohnen", 50),
        ("get", "/api/v2/search/?q=Wohnen", 50),
        ("get", "/images/x/1/original/", 200),
    ],
)
def test_nginx_slows_down_one_address_alone(front, browser_at, method, path, limit):
    attacker, honest = browser_at(ATTACKER), browser_at(HONEST)
    answers = []
    deadline = time.monotonic() + 60
    while 429 not in answers and time.monotonic() < deadline:
        answers.append(getattr(attacker, method)(front + path).status_code)
    assert len(answers) > limit
    assert getattr(honest, method)(front + path).status_code != 429


def test_looking_at_the_login_is_not_limited(front, browser_at):
    browser = browser_at(HONEST)
    assert {browser.get(f"{front}/admin/login/").status_code for _ in range(40)} == {200}
