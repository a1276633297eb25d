from django.db import migrations, models


class Migration(migrations.Migration):
    """Declare `ImportedPage`, whose table comes from the app `home`."""

    initial = True

    dependencies = [
        ("home", "0004_move_imported_page"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="ImportedPage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField()),
                        ("language", models.CharField(max_length=12)),
                        ("path", models.CharField(help_text="The page's path in the file.", max_length=1000)),
                        (
                            "parent_key",
                            models.UUIDField(
                                help_text="Translation key of the parent in the file; none below the county.",
                                null=True,
                            ),
                        ),
                        (
                            "order",
                            models.IntegerField(
                                help_text="The page's order among its siblings in the file; -1 until it is in place."
                            ),
                        ),
                        (
                            "content_hash",
                            models.CharField(
                                blank=True,
                                help_text="Hash of the stored content; empty until there is some.",
                                max_length=64,
                            ),
                        ),
                        (
                            "revision_id",
                            models.BigIntegerField(help_text="The page's latest revision after the import.", null=True),
                        ),
                        ("imported_at", models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("translation_key", "language"), name="imported_page_once")
                        ],
                    },
                ),
            ],
        ),
    ]
