import hub.translations.models
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("counties", "0003_checked_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="countypage",
            name="proofread_on",
            field=models.DateField(
                blank=True,
                help_text="In easy language: when people of its audience have last made sure that they understand it. Such a page is called “Leichte Sprache”, any other “Einfache Sprache”.",
                null=True,
                validators=[hub.translations.models.not_in_future],
                verbose_name="proofread by its readers on",
            ),
        ),
    ]
