"""What a word counts as when two wordings are compared."""

from __future__ import annotations

import re

from policydoc.chinese.exchanges import Legend, one_name
from policydoc.chinese.folding import fold, words_only


class Keys:
    """What a word counts as: marks and width folded, names of the legend as one name."""

    def __init__(self, legend: Legend) -> None:
        self.names = one_name(legend)
        longest_first = sorted(self.names, key=lambda name: (-len(name), name))
        joined = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(joined) if joined else None

    def of(self, word: str) -> str:
        """The key of a word; two words with the same key count as equal."""
        folded = fold(word)
        if self._pattern is not None and len(word) > 1:
            folded = self._pattern.sub(lambda found: self.names[found[0]], folded)
        return words_only(folded) or folded.strip() or " "
