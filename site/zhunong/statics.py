"""Addresses of styles, scripts and drawings, each made once: a page has a dozen, which change with a release."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Remembers addresses; only templates ask for them, so that there are no more than files."""

    def url(self, name: str | None, force: bool = False) -> str:
        known: dict[tuple[str | None, bool], str] = self.__dict__.setdefault("known_urls", {})
        if (name, force) not in known:
            known[name, force] = super().url(name, force)
        return known[name, force]
