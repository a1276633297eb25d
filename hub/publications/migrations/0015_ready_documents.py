from django.db import migrations


def store_ready(apps, schema_editor):
    """Store documents as the API sends them."""
    Publication = apps.get_model("publications", "Publication")
    if schema_editor.connection.vendor == "postgresql":
        columns = ", ".join(f"ALTER COLUMN {name} TYPE text" for name in ("document", "teaser"))
        schema_editor.execute(f"ALTER TABLE {Publication._meta.db_table} {columns}")
    ids = list(Publication.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), 200):
        for publication in Publication.objects.only("document", "teaser").filter(pk__in=ids[start : start + 200]):
            publication.save(update_fields=["document", "teaser"])


class Migration(migrations.Migration):
    dependencies = [("publications", "0014_heads")]

    operations = [migrations.RunPython(store_ready, migrations.RunPython.noop)]
