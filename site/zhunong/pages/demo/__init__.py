"""A made-up two months of 安峪镇: tables and order files to try the site with. No Django, no database."""

from zhunong.pages.demo.facts import CLAIM, FACTS, SOURCES, Claim, Fact
from zhunong.pages.demo.world import DemoOrderFile, DemoWorld, write_demo_world

__all__ = ["CLAIM", "FACTS", "SOURCES", "Claim", "DemoOrderFile", "DemoWorld", "Fact", "write_demo_world"]
