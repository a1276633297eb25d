"""What tests say of the errors of the API."""

from http import HTTPStatus
from typing import Any


def is_problem(answer: Any) -> bool:
    """Say whether an answer is problem details (RFC 9457) that nobody keeps, of its own status."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    problem = answer.json()
    assert problem.keys() == {"type", "title", "status", "detail"}
    assert problem["type"] == "about:blank"
    assert problem["title"] == HTTPStatus(answer.status_code).phrase
    assert problem["status"] == answer.status_code
    assert isinstance(problem["detail"], str)
    assert problem["detail"]
    return True
