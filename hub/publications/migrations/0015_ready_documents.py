from django.db import migrations

META = [
    "type",
    "kind",
    "slug",
    "locale",
    "content_locale",
    "translation_key",
    "detail_url",
    "html_url",
    "outdated",
    "proofread_on",
    "translations",
    "county",
    "parent",
    "first_published_at",
    "last_published_at",
]


def store_ready(apps, schema_editor):
    """Store documents as the API sends them."""
    Publication = apps.get_model("publications", "Publication")
    if schema_editor.connection.vendor == "postgresql":
        columns = ", ".join(f"ALTER COLUMN {name} TYPE text" for name in ("document", "teaser"))
        schema_editor.execute(f"ALTER TABLE {Publication._meta.db_table} {columns}")
    ids = list(Publication.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), 200):
        for publication in Publication.objects.only("document", "teaser").filter(pk__in=ids[start : start + 200]):
            for form in (publication.document, publication.teaser):
                form |= {"meta": in_order(form["meta"])} if "meta" in form else {}
            publication.save(update_fields=["document", "teaser"])


def in_order(meta):
    """Return what a document says about its page in the order of new documents: jsonb has an order of its own."""
    return {name: meta[name] for name in META if name in meta} | meta


def store_plain(apps, schema_editor):
    """Take the marks out of documents."""
    table = apps.get_model("publications", "Publication")._meta.db_table
    columns = ("document", "teaser")
    for mark in ("\ufdd0", "\ufdd1"):
        values = ", ".join(f"{name} = replace({name}, %s, '')" for name in columns)
        schema_editor.execute(f"UPDATE {table} SET {values}", [mark] * len(columns))  # noqa: S608 - names of its own
    if schema_editor.connection.vendor == "postgresql":
        types = ", ".join(f"ALTER COLUMN {name} TYPE jsonb USING {name}::jsonb" for name in columns)
        schema_editor.execute(f"ALTER TABLE {table} {types}")


class Migration(migrations.Migration):
    dependencies = [("publications", "0014_heads")]

    operations = [migrations.RunPython(store_ready, store_plain)]
