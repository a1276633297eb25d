"""Reading a few items of a stored JSON object instead of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models.sql.compiler import SQLCompiler


class JSONItems(models.Func):
    """The items called `names` (identifiers) of a JSONField that holds an object: `{name: value or None}`.

    Unlike Django's key transforms it keeps each item's type: on SQLite those read the text "112" as a number.
    """

    output_field = models.JSONField()

    def __init__(self, field: str, names: Sequence[str]) -> None:
        super().__init__(models.F(field))
        self.names = names

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self._build("JSON_OBJECT", compiler)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self._build("JSONB_BUILD_OBJECT", compiler)

    def _build(self, function: str, compiler: SQLCompiler) -> tuple[str, tuple]:
        column, parameters = compiler.compile(self.source_expressions[0])
        items = ", ".join(f"'{name}', {column} -> '{name}'" for name in self.names)
        return f"{function}({items})", tuple(parameters) * len(self.names)
