from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publications", "0005_texts_and_surroundings")]

    operations = [
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["ancestors"], name="publication_ancestors", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["locale", "ancestors"],
                name="publication_locale_ancestors",
                opclasses=["varchar_ops", "varchar_pattern_ops"],
            ),
        ),
    ]
