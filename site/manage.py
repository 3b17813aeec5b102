#!/usr/bin/env python
"""Zhunong's command line."""

import os
import sys

from livestreams.sales.reading.ahead import read_ahead

if __name__ == "__main__":
    read_ahead(sys.argv)
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunong.settings")
    execute_from_command_line(sys.argv)
