from django.urls import path

from search.api import SearchView

urlpatterns = [path("", SearchView.as_view(), name="api_search")]
