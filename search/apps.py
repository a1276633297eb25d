from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hub.plugins import Plugin


class Search(Plugin):
    name = "search"
    verbose_name = _("Search")
    urls = {"search/": "search.urls"}
    api_urls = {"search/": "search.api_urls"}
    header_template = "search/header.html"

    def ready(self) -> None:
        """Follow the publications, learn from translations, and be the list search of the API."""
        super().ready()
        # These import models, which can be done only when all apps are loaded.
        from hub.publications import consumers, errands, listsearch
        from search.answer import ListSearch
        from search.engines.database import DatabaseConsumer
        from search.engines.indexes import ElasticsearchConsumer
        from search.meaning import learning
        from search.meaning.consumer import VectorConsumer, learn_question_mean

        listsearch.register(ListSearch())
        consumers.register(DatabaseConsumer())
        consumers.register(VectorConsumer())
        errands.register(learn_question_mean)
        errands.register(learning.learn_due)
        if settings.ELASTICSEARCH_URL:
            consumers.register(ElasticsearchConsumer())
