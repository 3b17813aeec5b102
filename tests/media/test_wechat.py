"""Signatures for WeChat's JS-SDK, with WeChat played by a server of our own on this machine."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string

from media.wechat.signing import sign
from media.wechat.tickets import FAILED, ticket

DOCUMENTED = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg"
SECRET = "the-secret-itself"


class WeChat(BaseHTTPRequestHandler):
    """Gives a token for the right keys, and the documented ticket for the token."""

    asked: list[str] = []
    is_down = False

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        right = (given["appid"], given["secret"], given["grant_type"]) == ("wx1", SECRET, "client_credential")
        self.answer({"access_token": "T", "expires_in": 7200} if right else {"errcode": 40125, "errmsg": "invalid"})

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        right = query == {"access_token": ["T"], "type": ["jsapi"]}
        self.answer({"errcode": 0, "ticket": DOCUMENTED} if right else {"errcode": 40001, "errmsg": "no"})

    def answer(self, told: dict) -> None:
        self.asked.append(self.path)
        self.send_response(500 if type(self).is_down else 200)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def wechat(settings) -> Iterator[type[WeChat]]:
    WeChat.asked, WeChat.is_down = [], False
    server = ThreadingHTTPServer(("127.0.0.1", 0), WeChat)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.WECHAT_API = f"http://127.0.0.1:{server.server_port}"
    settings.WECHAT_APP_ID, settings.WECHAT_APP_SECRET = "wx1", SECRET
    cache.clear()
    yield WeChat
    server.shutdown()
    server.server_close()
    cache.clear()


def ask(client, url: str):
    return client.get("/wechat/signature/", {"url": url})


def test_the_documented_example_comes_out():
    signed = sign(DOCUMENTED, "http://mp.weixin.qq.com?params=value", "Wm3WZYTPz0wzccnW", 1414587457)
    assert signed.signature == "0f9de62fce790f9a083d5c99e95740ceb90c27ed"


def test_what_follows_the_hash_is_not_signed():
    first, second = (sign("t", url, "n", 1) for url in ("http://a.cn/", "http://a.cn/#x"))
    assert first == second


def test_an_own_page_is_signed(client, db, wechat):
    told = ask(client, "http://testserver/products/?a=1").json()
    again = sign(DOCUMENTED, "http://testserver/products/?a=1", told["nonceStr"], told["timestamp"])
    assert told["appId"] == "wx1" and told["signature"] == again.signature


@pytest.mark.parametrize(
    "url",
    ["", "https://evil.example/", "https://testserver.evil.example/", "//testserver/", "javascript:1", "http://["],
)
def test_other_addresses_are_not(client, db, wechat, url):
    assert ask(client, url).status_code == 404 and wechat.asked == []


def test_the_ticket_is_asked_for_once(client, db, wechat):
    for _time in range(3):
        ask(client, "http://testserver/")
    assert len(wechat.asked) == 2


def test_without_keys_nobody_is_asked(client, db, wechat, settings):
    settings.WECHAT_APP_ID = ""
    assert ask(client, "http://testserver/").status_code == 404 and wechat.asked == []


@pytest.mark.parametrize("trouble", ["down", "wrong secret", "nobody there"])
def test_trouble_is_logged_once_and_tried_again_later(wechat, settings, caplog, trouble):
    wechat.is_down = trouble == "down"
    settings.WECHAT_APP_SECRET = "wrong" if trouble == "wrong secret" else SECRET
    settings.WECHAT_API = "http://127.0.0.1:9" if trouble == "nobody there" else settings.WECHAT_API
    assert ticket() == "" and ticket() == ""
    cache.delete(FAILED)
    assert ticket() == "" and len(caplog.records) == 1


def test_after_trouble_there_is_a_ticket_again(wechat):
    wechat.is_down = True
    ticket()
    wechat.is_down = False
    cache.delete(FAILED)
    assert ticket() == DOCUMENTED


def test_the_secret_is_never_logged(wechat, settings, caplog):
    wechat.is_down = True
    ticket()
    assert SECRET not in caplog.text


class Page:
    live = True


def test_pages_carry_the_script_with_keys_only(wechat, settings):
    assert "wechat.js" in render_to_string("zhunong/parts/wechat.html", {"page": Page})
    settings.WECHAT_APP_SECRET = ""
    assert "<script" not in render_to_string("zhunong/parts/wechat.html", {"page": Page})
