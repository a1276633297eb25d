"""The addresses of pictures and files."""

from django.urls import include, path
from wagtail.documents import urls as wagtaildocs_urls

from hub.media import views

urlpatterns = [
    path("images/<int:pk>/<slug:version>/<int:width>/<str:filename>", views.picture, name="picture"),
    path("media/<path:path>", views.stored_picture),
    path("documents/<int:document_id>/<str:document_filename>", views.file),
    path("documents/", include(wagtaildocs_urls)),
]
