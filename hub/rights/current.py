"""For whom a request is answered."""

from contextvars import ContextVar
from typing import Any

# The user of the request that is being answered, None outside of requests.
current_user: ContextVar[Any] = ContextVar("current_user", default=None)
