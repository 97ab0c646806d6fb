"""All the screens there are, in the order of the page that shows them."""

from __future__ import annotations

from pictures.bringing_in import BRINGING
from pictures.empty import EMPTY
from pictures.finding import FINDING
from pictures.keeping import KEEPING
from pictures.reading import READING
from pictures.taking_away import TAKING

SITTINGS = (READING, FINDING, TAKING, BRINGING, KEEPING, EMPTY)
