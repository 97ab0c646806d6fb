import pytest

from summit_reader.gui.folding import Fold, fold_at


@pytest.mark.parametrize(
    ("width", "em", "fold"),
    [
        (1280, 13, Fold.WIDE),
        (1024, 13, Fold.MEDIUM),
        (1280, 26, Fold.NARROW),
        (560, 13, Fold.STACKED),
    ],
)
def test_the_window_folds_by_its_width_in_em(width: int, em: float, fold: Fold) -> None:
    assert fold_at(width, em) is fold


def test_wider_never_folds_more() -> None:
    folds = [fold_at(width, 13) for width in range(300, 2000, 10)]
    assert folds == sorted(folds, reverse=True)
