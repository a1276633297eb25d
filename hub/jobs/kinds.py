"""The registry of kinds of jobs."""

from __future__ import annotations

from typing import Any, Protocol

from django.utils.functional import Promise


class Progress(Protocol):
    """What a kind sees and changes of one of its jobs."""

    arguments: dict[str, Any]
    cursor: dict[str, Any]
    done: int


class JobKind:
    """One kind of job. A plugin subclasses it and calls `register` in its app's `ready()`.

    `label` says what such a job does, as in _("Import “%(subject)s”").
    """

    label: str | Promise

    def count(self, arguments: dict[str, Any]) -> int:
        """Return the number of things to do, as far as it is known when the job begins."""
        raise NotImplementedError

    def step(self, job: Progress) -> bool:
        """Do what comes next, for a second at most, move `job.cursor` and `job.done`; return whether there is more.

        All that the step writes is committed together with the cursor, or not at all. An exception fails the job; the
        messages of a ValidationError are shown as they are.
        """
        raise NotImplementedError

    def result(self, job: Progress) -> str:
        """Return what has come of the job so far, as the people who started it read it."""
        return ""


_kinds: dict[str, JobKind] = {}


def register(name: str, kind: JobKind) -> None:
    """Make `kind` known by a name that stored jobs keep. Raises ValueError when another one has the name."""
    if name in _kinds:
        raise ValueError(f"There is a kind of job called {name!r} already.")
    _kinds[name] = kind


def get(name: str) -> JobKind | None:
    """Return a kind by its name; None when the plugin that brought it is gone."""
    return _kinds.get(name)


def require(name: str) -> JobKind:
    """Return a kind by its name. Raises LookupError when there is none."""
    try:
        return _kinds[name]
    except KeyError:
        raise LookupError(f"No kind of job is called {name!r}: is its plugin installed?") from None
