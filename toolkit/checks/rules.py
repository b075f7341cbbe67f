"""All rules. A rule that is not here is not applied."""

from __future__ import annotations

from toolkit.checks.examine import Rules
from toolkit.checks.values.rules import RULES as VALUE_RULES

#: The rules that need nothing but the texts.
RULES = Rules(pairs=(*VALUE_RULES,), sides=())
