from django.db import migrations, models


def remake_everything(apps, schema_editor):
    """Ask the worker to remake all documents: what their facets hold has changed."""
    database = schema_editor.connection.alias
    if apps.get_model("publications", "Publication").objects.using(database).exists():
        apps.get_model("publications", "OutboxRow").objects.using(database).create(model="*", subtree=True)


class Migration(migrations.Migration):
    dependencies = [("publications", "0008_consumers_of_some_kinds")]

    operations = [
        migrations.AddField(
            "facetvalue",
            "label",
            models.CharField(default="", help_text="What readers of the publication's language see.", max_length=255),
        ),
        migrations.AddField(
            "facetvalue",
            "number",
            models.FloatField(help_text="The number, or the ordinal of the date, by which ranges compare.", null=True),
        ),
        migrations.AddIndex("facetvalue", models.Index(fields=["name", "number"], name="facet_value_name_number")),
        migrations.RunPython(remake_everything, remake_everything),
    ]
