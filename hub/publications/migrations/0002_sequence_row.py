import uuid

from django.db import migrations


def add_row(apps, schema_editor):
    apps.get_model("publications", "Sequence").objects.get_or_create(pk=1, defaults={"epoch": uuid.uuid4().hex[:8]})


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]

    operations = [migrations.RunPython(add_row, migrations.RunPython.noop)]
