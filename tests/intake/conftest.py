from __future__ import annotations

from pathlib import Path

import pytest

from summit_reader.domain.outlet import OutletRegister
from summit_reader.intake.register import register_at

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def seeds_folder() -> Path:
    return CHECKOUT / "seeds"


@pytest.fixture(scope="session")
def register() -> OutletRegister:
    return register_at(CHECKOUT / "resources" / "outlets.toml")
