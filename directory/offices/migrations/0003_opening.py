import hub.blocks.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("offices", "0002_own_pictures")]

    operations = [
        migrations.AddField(
            model_name="officepage",
            name="booking",
            field=models.URLField(blank=True, verbose_name="website for appointments"),
        ),
        migrations.AddField(
            model_name="officepage",
            name="open_on_holidays",
            field=models.BooleanField(
                default=False,
                help_text="Else those of the county's Land count as closed by themselves.",
                verbose_name="open on public holidays",
            ),
        ),
        migrations.AddField(
            model_name="officepage",
            name="special",
            field=hub.blocks.fields.ContentField([], blank=True, verbose_name="other hours on single days"),
        ),
    ]
