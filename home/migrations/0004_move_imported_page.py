from django.db import migrations


def relabel_content_type(old, new):
    """Return a function that moves the content type between apps: permissions and log entries point at its row."""

    def relabel(apps, schema_editor):
        ContentType = apps.get_model("contenttypes", "ContentType")
        content_types = ContentType.objects.using(schema_editor.connection.alias)
        content_types.filter(app_label=old, model="importedpage").update(app_label=new)

    return relabel


class Migration(migrations.Migration):
    """Hand the table of `ImportedPage` over to the importer's app, whose first migration declares the model."""

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("home", "0003_first_home_page"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable("ImportedPage", "importer_importedpage")],
            state_operations=[migrations.DeleteModel("ImportedPage")],
        ),
        migrations.RunPython(relabel_content_type("home", "importer"), relabel_content_type("importer", "home")),
    ]
