from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class Search(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Follow the publications, and be the list search of the API."""
        from hub import listsearch
        from hub.publications import consumers
        from search.answer import ranked
        from search.engines.database import DatabaseConsumer
        from search.engines.indexes import ElasticsearchConsumer

        listsearch.register(ranked)
        consumers.register(DatabaseConsumer())
        if settings.ELASTICSEARCH_URL:
            consumers.register(ElasticsearchConsumer())
