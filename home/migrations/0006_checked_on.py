import django.db.models.deletion
from django.db import migrations, models

import hub.pages
import hub.references


def remake_everything(apps, schema_editor):
    """Ask the worker to remake all documents: pages say when they were checked, and who answers for them."""
    database = schema_editor.connection.alias
    if apps.get_model("publications", "Publication").objects.using(database).exists():
        apps.get_model("publications", "OutboxRow").objects.using(database).create(model="*", subtree=True)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0005_own_pictures"),
        ("publications", "0009_facet_labels_and_numbers"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="infopage",
            name="checked_on",
            field=models.DateField(
                blank=True,
                help_text="When somebody last made sure that everything here is still right.",
                null=True,
                validators=[hub.pages.not_in_future],
                verbose_name="checked on",
            ),
        ),
        migrations.AddField(
            model_name="infopage",
            name="responsible",
            field=hub.references.KindField(
                "contact",
                blank=True,
                help_text="The office that answers for this page.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.page",
                verbose_name="responsible department",
            ),
        ),
        migrations.RunPython(remake_everything, migrations.RunPython.noop),
    ]
