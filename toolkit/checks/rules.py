"""All rules. A rule that is not here is not applied."""

from __future__ import annotations

from toolkit.checks import completeness, markup, script, typography, whole
from toolkit.checks.examine import Rules
from toolkit.checks.values.rules import RULES as VALUE_RULES

#: The rules that need nothing but the texts.
RULES = Rules(
    pairs=(
        *VALUE_RULES,
        *completeness.RULES,
        *markup.RULES,
        *script.PAIR_RULES,
        *typography.PAIR_RULES,
    ),
    sides=(*markup.SIDE_RULES, *script.SIDE_RULES, *typography.SIDE_RULES),
    documents=whole.RULES,
)
