from django.db import migrations, models


def split_lines(apps, schema_editor):
    """Keep search going with the lines as they are until the worker has remade the documents."""
    publications = apps.get_model("publications", "Publication").objects
    for publication in publications.only("locale", "content_locale", "text").iterator(chunk_size=500):
        language = publication.content_locale
        publication.texts = [["", language, line] for line in publication.text.splitlines()]
        publication.save(update_fields=["texts"])


def join_lines(apps, schema_editor):
    publications = apps.get_model("publications", "Publication").objects
    for publication in publications.only("texts").iterator(chunk_size=500):
        publication.text = "\n".join(line for _path, _language, line in publication.texts)
        publication.save(update_fields=["text"])


def remake_everything(apps, schema_editor):
    """Ask the worker to remake all documents: which pages are public, and what documents hold, has changed."""
    if apps.get_model("publications", "Publication").objects.exists():
        apps.get_model("publications", "OutboxRow").objects.create(model="*", subtree=True)


class Migration(migrations.Migration):
    dependencies = [("publications", "0004_leases_upkeep_and_publishing_failures")]

    operations = [
        migrations.AddField(
            "publication",
            "texts",
            models.JSONField(
                default=list,
                help_text="What search finds, in reading order: [path of the value, language, a line without markup].",
            ),
        ),
        migrations.AddField(
            "publication",
            "surroundings",
            models.BigIntegerField(
                default=0,
                help_text=(
                    "Number of the sequence at which what the page's HTML shows beside the document last changed."
                ),
            ),
        ),
        migrations.AddField("dependency", "surrounding", models.BooleanField(default=False)),
        migrations.AlterField("publication", "text", models.TextField(default="")),
        migrations.RunPython(split_lines, join_lines),
        migrations.RemoveField("publication", "text"),
        migrations.RunPython(remake_everything, migrations.RunPython.noop),
    ]
