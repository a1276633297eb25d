import threading

from tests.silence import SilenceBreaker


def test_a_silent_run_names_the_tests_that_are_running():
    lines, written = [], threading.Event()

    def write_line(line: str) -> None:
        lines.append(line)
        written.set()

    breaker = SilenceBreaker(write_line, seconds=0)
    for nodeid in ("test_done", "test_hanging[de]", "test_hanging[ar]"):
        breaker.pytest_runtest_logstart(nodeid)
    breaker.pytest_runtest_logfinish("test_done")
    breaker.pytest_sessionstart()
    assert written.wait(60)
    breaker.pytest_unconfigure()
    assert lines[0] == "For 0 seconds this run has waited for test_hanging[de], test_hanging[ar]"
