"""Pictures as small files: few colours, nothing lost of what is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

COMMON, RARE = 56, 16
"""Colours that are kept because many pixels have them, and because nothing is like them."""

LOSSLESS = 100

Pixels = npt.NDArray[Any]


def save(image: QImage, path: Path) -> None:
    """Write the picture as WebP."""
    reduced(image).save(str(path), quality=LOSSLESS)


def reduced(image: QImage) -> QImage:
    """The picture in its chief colours; a lone mark keeps its hue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width())
    colours, places, counts = np.unique(pixels & 0xFFFFFF, return_inverse=True, return_counts=True)
    chosen = _chosen(colours, counts)
    nearest = _distances(colours, colours[chosen]).argmin(axis=1)
    flat = colours[chosen][nearest][places.reshape(pixels.shape)] | np.uint32(0xFF000000)
    data = np.ascontiguousarray(flat, dtype=np.uint32)
    height, width = data.shape
    return QImage(data.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _chosen(colours: Pixels, counts: Pixels) -> list[int]:
    chosen = [int(at) for at in np.argsort(-counts, kind="stable")[:COMMON]]
    far = _distances(colours, colours[chosen]).min(axis=1)
    for _ in range(min(RARE, len(colours) - len(chosen))):
        chosen.append(int(far.argmax()))
        far = np.minimum(far, _distances(colours, colours[chosen[-1:]])[:, 0])
    return chosen


def _distances(some: Pixels, others: Pixels) -> Pixels:
    gaps = _channels(some)[:, None] - _channels(others)[None]
    squares: Pixels = (gaps**2).sum(axis=2)
    return squares


def _channels(colours: Pixels) -> Pixels:
    parts = [(colours >> shift) & 0xFF for shift in (16, 8, 0)]
    return np.stack(parts, axis=-1).astype(np.int32)
