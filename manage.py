#!/usr/bin/env python3
"""Runs Django's commands: `python manage.py <command>`."""

import os
import sys

from django.core.management import execute_from_command_line

from tracker.environment import Misconfigured

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    try:
        execute_from_command_line(sys.argv)
    except Misconfigured as error:
        sys.exit(str(error))
