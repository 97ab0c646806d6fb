from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from summit_reader.domain.errors import BreaksReader, EmptyFile, TakesTooLong
from summit_reader.intake import worker as module
from summit_reader.intake.worker import UNNAMED, Worker, worker
