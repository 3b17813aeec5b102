"""`read_order_files`: the process that reads what was handed in on the site. Started by the site, not by people."""

import json
import os
import sys
from typing import Any

from django.core.management.base import BaseCommand

from livestreams.sales.handed_in import beating, finish_handed_in, read_handed_in
from livestreams.sales.importing import HandIn
from livestreams.sales.models import OrderImport
from livestreams.sales.scopes import SCOPES
from livestreams.teams.models import Account
from zhunong.access.models import User


class Command(BaseCommand):
    help = "Read order files handed in on the site. Internal: the site starts it and tells it the files by a pipe."

    def handle(self, *args: object, **options: object) -> None:
        asked = json.load(sys.stdin)
        by = User.objects.get(pk=asked["user"])
        with beating([file["order_import"] for file in asked["files"]]):
            for file in asked["files"]:
                self.read(file, by)

    def read(self, file: dict[str, Any], by: User) -> None:
        order_import = OrderImport.objects.filter(pk=file["order_import"], state=OrderImport.State.READING).first()
        if not order_import:
            return
        if file["descriptor"] is None:
            finish_handed_in(order_import, by)
            return
        with os.fdopen(file["descriptor"], "rb") as stream:
            hand_in = HandIn(
                stream,
                file["file_name"],
                password=file["password"] or None,
                streamers=file["streamers"],
                skip_bad=True,
            )
            chosen = Account.objects.filter(pk=file["shop"]).first()
            read_handed_in(order_import, hand_in, chosen, by, SCOPES[file["scope"]])
