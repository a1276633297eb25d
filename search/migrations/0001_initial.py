from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

POSTGRESQL = [
    "ALTER TABLE search_entry ADD COLUMN vector tsvector, ADD COLUMN length integer",
    # A search also reads what waits to be sorted into the index: 512 kB of it at most.
    "CREATE INDEX search_entry_vector ON search_entry USING gin (vector) WITH (gin_pending_list_limit = 512)",
]


def make_full_text(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Prepare PostgreSQL; on SQLite the FTS5 table of a language is made with its first page."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement)


def drop_full_text(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Drop SQLite's FTS5 tables; what PostgreSQL has goes with its table."""
    if schema_editor.connection.vendor == "sqlite":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(r"SELECT name FROM sqlite_master WHERE name LIKE 'search\_%\_grams' ESCAPE '\'")
            names = [name for (name,) in cursor.fetchall()]
        for name in names:
            schema_editor.execute(f'DROP TABLE "{name}"')


class Migration(migrations.Migration):
    initial = True

    dependencies = [("publications", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField()),
                ("locale", models.CharField(max_length=12)),
                ("publication_id", models.BigIntegerField()),
                ("sequence", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["locale"], name="search_entr_locale_b182fb_idx")],
                "constraints": [
                    models.UniqueConstraint(fields=("translation_key", "locale"), name="entry_key_locale"),
                ],
            },
        ),
        migrations.CreateModel(
            name="GramCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("locale", models.CharField(max_length=12)),
                ("gram", models.CharField(max_length=8)),
                ("documents", models.IntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("locale", "gram"), name="gram_count_locale_gram"),
                ],
            },
        ),
        migrations.RunPython(make_full_text, drop_full_text),
    ]
