from django.db import migrations, models


def make_heads(apps, schema_editor):
    """Begin with what is public now."""
    Head = apps.get_model("publications", "Head")
    sequence = apps.get_model("publications", "Sequence").objects.first()
    counties = apps.get_model("publications", "Publication").objects.order_by().values_list("county", flat=True)
    Head.objects.bulk_create(Head(county=county, value=sequence.value) for county in counties.distinct())


class Migration(migrations.Migration):
    dependencies = [("publications", "0013_consumer_versions")]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("county", models.CharField(max_length=255, unique=True)),
                ("value", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(make_heads, migrations.RunPython.noop),
    ]
