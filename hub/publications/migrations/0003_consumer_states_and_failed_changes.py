import django.db.models.deletion
from django.db import migrations, models


def remove_heartbeat(apps, schema_editor):
    """The worker noted under this name when it was last alive, as if it were a consumer."""
    apps.get_model("publications", "ConsumerState").objects.filter(name="worker").delete()


class Migration(migrations.Migration):
    dependencies = [("publications", "0002_sequence_row")]

    operations = [
        migrations.RenameModel("Consumer", "ConsumerState"),
        migrations.RemoveField("ConsumerState", "seen_at"),
        migrations.RenameModel("SetAside", "FailedChange"),
        migrations.AlterField(
            "FailedChange",
            "consumer",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="failed_changes",
                to="publications.consumerstate",
            ),
        ),
        migrations.RemoveConstraint("FailedChange", "set_aside_once"),
        migrations.AddConstraint(
            "FailedChange",
            models.UniqueConstraint(fields=("consumer", "translation_key", "locale"), name="failed_change_once"),
        ),
        migrations.RunPython(remove_heartbeat, migrations.RunPython.noop),
    ]
