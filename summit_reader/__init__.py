"""Summit Reader: commentary from many outlets, side by side on the same point."""

import os

__version__ = "0.1.0"

# Read when numpy is loaded. Our products are of some hundred rows: threads that wait for each other
# take several times as long as one, as soon as another program wants a core.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
