"""What the toolkit brings along: templates, styles, fonts, interface words, skeletons.

In an installed wheel they lie inside the package; in a checkout they are its top-level folders.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import toolkit

_PACKAGE = Path(toolkit.__file__).resolve().parent


@lru_cache(maxsize=1)
def shipped_root() -> Path:
    """The folder that holds ``templates/`` and ``translations/`` as the toolkit ships them."""
    packaged = _PACKAGE / "_shipped"
    return packaged if packaged.is_dir() else _PACKAGE.parent
