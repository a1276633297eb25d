import django.db.models.deletion
from django.db import migrations, models

import hub.pages
import hub.references


class Migration(migrations.Migration):
    dependencies = [
        ("hub_meeting_points", "0004_evening"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="meetingpointpage",
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
            model_name="meetingpointpage",
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
    ]
