"""What search engines are told, and that no text can break out of it."""

import json
import re

from zhunong import structured


def read(html: str) -> dict:
    match = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', html)
    assert match
    return json.loads(match[1])


def test_no_text_ends_the_script():
    html = structured.script({"name": "</script><script>alert(1)</script>&"})
    assert html.count("<") == 2
    assert read(html)["name"] == "</script><script>alert(1)</script>&"


def test_what_is_not_held_is_not_said():
    data = structured.place("下柏村", "https://example.org/x/", county="绛县", township="安峪镇", phone="", street=None)
    told = read(structured.script(data))
    assert told["address"] == {
        "@type": "PostalAddress", "addressCountry": "CN", "addressRegion": "绛县", "addressLocality": "安峪镇",
    }  # fmt: skip
    assert "telephone" not in told


def test_nobody_runs_the_site_until_a_name_is_filled_in():
    assert structured.script(structured.organization("", "https://example.org/")) == ""
    assert read(structured.script(structured.organization("合作社", "https://example.org/")))["name"] == "合作社"


def test_steps_are_numbered_from_the_first_page_down():
    data = structured.breadcrumbs([("首页", "https://example.org/"), ("各村", "https://example.org/villages/")])
    assert [(item["position"], item["item"]) for item in data["itemListElement"]] == [
        (1, "https://example.org/"),
        (2, "https://example.org/villages/"),
    ]
