from django.core.management.color import no_style
from django.db import migrations

SHARED = ("title", "file", "created_at", "uploaded_by_user_id", "file_size", "file_hash", "collection_id")
PICTURE = ("width", "height", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
MODELS = (
    ("wagtailimages", "Image", (*SHARED, *PICTURE)),
    ("wagtaildocs", "Document", SHARED),
)
REFERRING = (
    ("taggit", "TaggedItem", ("content_type",)),
    ("wagtailcore", "ReferenceIndex", ("base_content_type", "content_type", "to_content_type")),
)


def carry_over(apps, schema_editor):
    """Copy Wagtail's pictures and files under the same ids; what refers to them by content type follows."""
    for app, name, fields in MODELS:
        copy(apps, schema_editor, (app, name), ("media", name), fields)


def carry_back(apps, schema_editor):
    for app, name, fields in MODELS:
        copy(apps, schema_editor, ("media", name), (app, name), fields)


def copy(apps, schema_editor, old, new, fields):
    """Copy the rows of the model `old`, an (app, name), to `new`, and repoint what refers to them."""
    database = schema_editor.connection.alias
    source, target = apps.get_model(*old), apps.get_model(*new)
    target._meta.get_field("created_at").auto_now_add = False  # else all would be of today
    rows = (as_row(target, row, fields) for row in source.objects.using(database).order_by("pk").iterator(500))
    target.objects.using(database).bulk_create(
        rows,
        500,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[name.removesuffix("_id") for name in fields],
    )
    for statement in schema_editor.connection.ops.sequence_reset_sql(no_style(), [target]):
        schema_editor.execute(statement)
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(database)
    before, after = (content_types.get_or_create(app_label=app, model=name.lower())[0] for app, name in (old, new))
    for app, name, keys in REFERRING:
        for key in keys:
            apps.get_model(app, name).objects.using(database).filter(**{key: before}).update(**{key: after})


def as_row(target, row, fields):
    new = target(id=row.pk, **{field: getattr(row, field) for field in fields})
    if hasattr(row, "description"):
        new.descriptions = {"de": row.description} if row.description else {}
    elif hasattr(row, "descriptions"):
        new.description = row.descriptions.get("de", "")
    return new


class Migration(migrations.Migration):
    """Wagtail's own rows stay where they are, unused: tables of plugins may still refer to them."""

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("media", "0001_initial"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(carry_over, carry_back)]
