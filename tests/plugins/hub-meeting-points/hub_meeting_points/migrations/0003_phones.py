from django.db import migrations

import hub.blocks.fields


class Migration(migrations.Migration):
    dependencies = [("hub_meeting_points", "0002_own_pictures")]

    operations = [
        migrations.AddField("meetingpointpage", "phones", hub.blocks.fields.ContentField([], blank=True)),
    ]
