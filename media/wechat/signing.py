"""The signature that WeChat's JS-SDK asks for (official documentation, “JS-SDK使用权限签名算法”)."""

import secrets
import time
from dataclasses import dataclass
from hashlib import sha1


@dataclass(frozen=True)
class Signature:
    """What `wx.config` takes, beside the account's id."""

    nonce: str
    timestamp: int
    signature: str


def sign(ticket: str, url: str, nonce: str = "", timestamp: int = 0) -> Signature:
    """Of a page's address up to `#`, exactly as the browser has it."""
    nonce, timestamp = nonce or secrets.token_hex(8), timestamp or int(time.time())
    text = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url.partition('#')[0]}"
    return Signature(nonce, timestamp, sha1(text.encode(), usedforsecurity=False).hexdigest())
