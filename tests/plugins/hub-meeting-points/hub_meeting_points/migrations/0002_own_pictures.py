import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub_meeting_points", "0001_initial"),
        ("media", "0002_carry_over"),
    ]

    operations = [
        migrations.AlterField(
            model_name="meetingpointpage",
            name="image",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="media.image",
                verbose_name="image",
            ),
        ),
        migrations.AlterField(
            model_name="meetingpointpage",
            name="image_alt",
            field=models.CharField(
                blank=True,
                help_text="Empty: the description that the picture has in the library.",
                max_length=200,
                verbose_name="description of the image",
            ),
        ),
    ]
