"""Run the tests with the servers they need, which belong to this run and end with it.

What is missing is obtained if possible. If not, its tests are skipped and one line says so; with CI=true that is a
failure. Further arguments go to pytest. --quick runs what needs neither servers nor a browser, on SQLite.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import catalogues
from services import ROOT, Missing, cache_dir, chromium, elasticsearch, nginx, postgresql

NO_TESTS = 5  # pytest's exit status when it selected none
QUICK = "not (browser or elasticsearch or nginx or postgresql or slow or thorough)"
ON_SQLITE = "not postgresql"
# Every test that asks something of the database, and what asks for PostgreSQL whatever else it needs.
ON_POSTGRESQL = "(postgresql or not (any_database or browser or elasticsearch or nginx))"
# What the tests of a file share is made once. In the order of their names: xdist would begin with the files of most
# tests and end with those of few, long ones, beside an idle core.
ON_TWO_CORES = ["-n2", "--dist=loadfile", "--no-loadscope-reorder"]


def main(arguments: list[str]) -> int:
    """Run everything, or with --quick the quick part, and return 0 if all passed."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    catalogues.compile_outdated()
    totals: Counter[str] = Counter()
    if "--quick" in arguments:
        arguments.remove("--quick")
        failed = pytest("SQLite, quick tests", QUICK, {}, [*ON_TWO_CORES, *arguments], totals)
    else:
        with servers() as environment:
            failed = run_all(environment, arguments, totals)
    passed = totals["tests"] - totals["failures"] - totals["errors"] - totals["skipped"]
    print(f"\n{passed} passed, {totals['failures'] + totals['errors']} failed, {totals['skipped']} skipped")
    return failed


def run_all(environment: dict[str, str], arguments: list[str], totals: Counter[str]) -> int:
    """Run all tests on every database there is, add to `totals`, and return 0 if all passed."""
    databases: dict[str, tuple[str, dict[str, str]]] = {"SQLite": (ON_SQLITE, {})}
    if "DATABASE_URL" in environment:
        database = {"DATABASE_URL": environment.pop("DATABASE_URL")}
        template = migrating(database)
        database["TEST_TEMPLATE_DATABASE"] = urlsplit(database["DATABASE_URL"]).path[1:]
        databases["PostgreSQL"] = (ON_POSTGRESQL, database)
    results = []
    for name, (selection, database) in databases.items():
        if name == "PostgreSQL":
            template.wait()  # if it has failed, so will the tests' own migrations, which say why
        variables = {**environment, **database}
        results.append(pytest(name, f"not slow and {selection}", variables, [*ON_TWO_CORES, *arguments], totals))
    # Slow tests wait, or work in processes of their own: one run at a time would leave a core idle.
    with ExitStack() as side_by_side:
        runs = [
            side_by_side.enter_context(
                running(
                    f"{name}, slow tests",
                    f"slow and {selection}",
                    {**environment, **database},
                    arguments,
                    kept=number > 0,
                )
            )
            for number, (name, (selection, database)) in enumerate(databases.items())
        ]
        results += [finish(totals) for finish in runs]
    return max(results)


def migrating(variables: Mapping[str, str]) -> subprocess.Popen:
    """Start to migrate the database of DATABASE_URL, which the tests' databases copy: each would take a minute."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "migrate", "--verbosity=0", "--settings=hub.settings.test"],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """Start what the tests need, yield the variables that tell them where it is, and stop it."""
    for folder in cache_dir().glob("run-*"):
        if not _lives(int(folder.name.split("-")[1])):
            _stop_servers(folder)  # of a run that was killed
    # Below the cache, because PostgreSQL and Elasticsearch run as somebody who may not look into root's folders.
    folder = Path(tempfile.mkdtemp(prefix=f"run-{os.getpid()}-", dir=cache_dir()))
    folder.chmod(0o711)
    try:
        yield {
            **obtain("PostgreSQL", "DATABASE_URL", lambda: postgresql.start(folder / "postgresql")),
            **obtain("Elasticsearch", "TEST_ELASTICSEARCH_URL", lambda: elasticsearch.start(folder / "elasticsearch")),
            **obtain("Chromium", "CHROMIUM", chromium.program),
            **obtain("nginx", "NGINX", nginx.program),
        }
    finally:
        _stop_servers(folder)


def _stop_servers(folder: Path) -> None:
    postgresql.stop(folder / "postgresql")
    elasticsearch.stop(folder / "elasticsearch")
    shutil.rmtree(folder, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # somebody else's
    return True


def obtain(name: str, variable: str, get: Callable[[], str]) -> dict[str, str]:
    """Return the environment variable for what `get` obtains; nothing if it is missing, which fails with CI=true."""
    try:
        return {variable: get()}
    except Missing as error:
        if os.environ.get("CI") == "true":
            sys.exit(f"{name} is needed with CI=true: {error}")
        print(f"Tests that need {name} are skipped: {error}", flush=True)
        return {}


def pytest(title: str, selection: str, variables: Mapping[str, str], arguments: list[str], totals: Counter[str]) -> int:
    """Run the tests that the marker expression `selection` chooses; return 0 if they passed or there were none.

    Adds to `totals` the numbers of tests, failures, errors and skipped ones.
    """
    with running(title, selection, variables, arguments) as finish:
        return finish(totals)


@contextmanager
def running(
    title: str, selection: str, variables: Mapping[str, str], arguments: list[str], kept: bool = False
) -> Iterator[Callable[[Counter[str]], int]]:
    """Start these tests and yield what waits for them, as `pytest` does. With `kept` their output is printed then."""
    heading = f"\n== {title} =="
    if not kept:
        print(heading, flush=True)
    ours = {"DATABASE_URL", "ELASTICSEARCH_URL", "DJANGO_SETTINGS_MODULE"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    with (
        tempfile.TemporaryDirectory(prefix="hub-tests-", ignore_cleanup_errors=True) as temporary,
        tempfile.TemporaryFile("w+") as output,
    ):
        report = Path(temporary) / "report.xml"
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-m", selection, f"--junitxml={report}", *arguments],
            cwd=ROOT,
            env={**environment, **variables, "TMPDIR": temporary},
            stdout=output if kept else None,
            stderr=output if kept else None,
        )

        def finish(totals: Counter[str]) -> int:
            status = process.wait()
            if kept:
                output.seek(0)
                print(heading, output.read(), sep="\n", flush=True)
            if report.exists():
                suite = ElementTree.parse(report).find("testsuite")  # noqa: S314  pytest has just written it
                totals.update({name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")})
            return 0 if status == NO_TESTS else status

        try:
            yield finish
        finally:
            process.kill()  # nothing, where it has ended
            process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
