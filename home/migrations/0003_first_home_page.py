from django.conf import settings
from django.db import migrations


def make_home(apps, schema_editor):
    """Turn Wagtail's welcome page into the home page, with a translation in each language.

    Only while it is the one page there is and nobody has edited it: a hub with pages of its own stays as it is.
    """
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("home", "HomePage")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")

    pages = Page.objects.exclude(depth=1)
    welcome = pages.filter(slug="home", content_type__model="page", latest_revision=None).first()
    if pages.count() != 1 or welcome is None:
        return
    content_type, _created = ContentType.objects.get_or_create(app_label="home", model="homepage")
    languages = sorted(dict(settings.LANGUAGES), key=lambda code: code != settings.LANGUAGE_CODE)
    for number, language in enumerate(languages, 1):
        slug = "hub" if number == 1 else f"hub-{language}"
        HomePage.objects.create(
            page_ptr=welcome if number == 1 else None,
            title=settings.WAGTAIL_SITE_NAME,
            draft_title=settings.WAGTAIL_SITE_NAME,
            slug=slug,
            url_path=f"/{slug}/",
            path=f"{welcome.path[:4]}{number:04d}",
            depth=2,
            numchild=0,
            content_type=content_type,
            translation_key=welcome.translation_key,
            locale=Locale.objects.get_or_create(language_code=language)[0],
        )
    Page.objects.filter(depth=1).update(numchild=len(languages))
    Site.objects.filter(root_page=welcome).update(site_name=settings.WAGTAIL_SITE_NAME)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_imported_page"),
    ]

    operations = [
        migrations.RunPython(make_home, migrations.RunPython.noop),
    ]
