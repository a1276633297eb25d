"""Builds files as the content API gives them."""

import json

HOUSING = "/auental/de/wohnen/"


class Region:
    """The files of one region: `region.add("wohnen", de=("Wohnen", "<p>…</p>"), en=("Housing", "<p>…</p>"))`."""

    def __init__(self, folder):
        self.folder = folder
        self.pages = {"de": {}, "en": {}}
        self.paths = {}

    def add(self, slug, parent="", order=None, **languages):
        parent_paths = self.paths.get(parent, {})
        self.paths[slug] = {
            language: (parent_paths.get(language) or f"/auental/{language}/")
            + (slug if language == "de" else f"{slug}-{language}")
            + "/"
            for language in languages
        }
        for language, (title, content) in languages.items():
            self.pages[language][slug] = {
                "id": 1,
                "url": "https://cms.example" + self.paths[slug][language],
                "path": self.paths[slug][language],
                "title": title,
                "content": content,
                "parent": {"path": parent_paths.get(language)},
                "order": len(self.pages[language]) if order is None else order,
                "available_languages": {
                    other: {"id": 1, "path": path} for other, path in self.paths[slug].items() if other != language
                },
                "last_updated": "2024-02-03T10:00:00+01:00",
                "thumbnail": None,
            }

    def change(self, slug, language, **values):
        self.pages[language][slug].update(values)

    def files(self, *languages):
        """Write the files and return the command's arguments."""
        arguments = []
        for language in languages or self.pages:
            path = self.folder / f"{language}.json"
            path.write_text(json.dumps(list(self.pages[language].values())))
            arguments.append(f"{language}={path}")
        return arguments
