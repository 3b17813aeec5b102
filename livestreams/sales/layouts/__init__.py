"""The order layouts, one small file a platform. A new file here is found by itself."""

from importlib import import_module
from pkgutil import iter_modules

from livestreams.sales.layouts.base import Layout


def discover() -> dict[str, Layout]:
    """Every `LAYOUT` of this package by platform code."""
    names = [module.name for module in iter_modules(__path__) if module.name != "base"]
    layouts = [import_module(f"{__name__}.{name}").LAYOUT for name in names]
    return {layout.platform: layout for layout in layouts}


LAYOUTS = discover()
