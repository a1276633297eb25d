import django.db.models.deletion
import modelcluster.fields
import uuid
from django.db import migrations, models


def remake_everything(apps, schema_editor):
    """Ask the worker to remake all documents: offices have gained parts."""
    database = schema_editor.connection.alias
    if apps.get_model("publications", "Publication").objects.using(database).exists():
        apps.get_model("publications", "OutboxRow").objects.using(database).create(model="*", subtree=True)


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0003_opening"),
        ("publications", "0009_facet_labels_and_numbers"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="officepage",
            name="entrance",
            field=models.BooleanField(blank=True, null=True, verbose_name="Step-free entrance"),
        ),
        migrations.AddField(
            model_name="officepage",
            name="hearing_loop",
            field=models.BooleanField(blank=True, null=True, verbose_name="Hearing loop"),
        ),
        migrations.AddField(
            model_name="officepage",
            name="level",
            field=models.CharField(
                blank=True,
                choices=[("municipal", "Municipality"), ("county", "County"), ("land", "Land"), ("federal", "Federal")],
                max_length=20,
                verbose_name="level of government",
            ),
        ),
        migrations.AddField(
            model_name="officepage",
            name="lift",
            field=models.BooleanField(blank=True, null=True, verbose_name="Lift"),
        ),
        migrations.AddField(
            model_name="officepage",
            name="parking",
            field=models.BooleanField(blank=True, null=True, verbose_name="Accessible parking"),
        ),
        migrations.AddField(
            model_name="officepage",
            name="quiet_room",
            field=models.BooleanField(blank=True, null=True, verbose_name="Quiet room"),
        ),
        migrations.AddField(
            model_name="officepage",
            name="toilet",
            field=models.BooleanField(blank=True, null=True, verbose_name="Accessible toilet"),
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.CharField(max_length=200, verbose_name="text")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "office",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="services", to="offices.officepage"
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.CharField(max_length=200, verbose_name="text")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "office",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="offices.officepage"
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.RunPython(remake_everything, migrations.RunPython.noop),
    ]
