"""What may be entered as a platform's reservation."""

import pytest
from django.core.exceptions import ValidationError

from livestreams.sessions.posters.links import checked, checked_replay, link_in, platform_of, words_in

LINK = "https://v.douyin.com/iexample/"


@pytest.mark.parametrize(
    "text", [LINK, f"6.66 复制打开抖音 {LINK} 看【十四小只】", "#小程序://安峪/AbC", "https://example.com/live?id=1"]
)
def test_links_and_the_platforms_own_words_pass(text):
    assert checked(text, "douyin") == text


def test_line_ends_become_blanks():
    assert checked("复制打开抖音\n#十四小只#", "douyin") == "复制打开抖音 #十四小只#"


def test_nothing_is_nothing():
    assert checked("  ", "douyin") == ""


@pytest.mark.parametrize(
    "text",
    [
        "http://v.douyin.com/x/", "javascript:alert(1)", "data:text/html,x", "ftp://douyin.com/x", "https://douyin",
        "https://", "复制 http://v.douyin.com/x/ 打开", "口令", "HTTP://V.DOUYIN.COM/",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_one_sentence(text):
    with pytest.raises(ValidationError) as refused:
        checked(text, "douyin")
    assert len(refused.value.messages) == 1


@pytest.mark.parametrize(
    ("link", "platform"),
    [("https://v.kuaishou.com/x", "douyin"), (LINK, "wechat"), ("https://channels.weixin.qq.com/x", "douyin"),
     ("https://xhslink.com/x", "taobao")],
)  # fmt: skip
def test_a_link_of_another_platform_is_refused(link, platform):
    with pytest.raises(ValidationError):
        checked(link, platform)


def test_a_host_that_only_looks_like_a_platforms_is_nobodys():
    assert platform_of("https://notdouyin.com/x") == "" and platform_of("https://douyin.com.evil.example/x") == ""


def test_a_link_ends_where_chinese_begins():
    assert link_in("看https://v.douyin.com/a1/复制打开") == "https://v.douyin.com/a1/"


def test_a_link_alone_has_no_words():
    assert words_in(LINK) == "" and words_in(f"看 {LINK}") == f"看 {LINK}"


def test_a_replay_may_be_anywhere():
    assert checked_replay(f" {LINK} ") == LINK and checked_replay("https://v.kuaishou.com/x") and not checked_replay("")


@pytest.mark.parametrize("text", ["http://v.douyin.com/x", "口令口令", "https://nowhere"])
def test_a_replay_is_a_link(text):
    with pytest.raises(ValidationError):
        checked_replay(text)
