"""Random label soup through the parser: no crash, no hang, no lost character, no doubled eId.

Run: python benchmarks/fuzz_parse.py [--inputs 100000] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc.parser import parse
from policydoc.readers import from_text
from tests.outline import assert_sound

SLOWEST = 1.0  # seconds that one input of a few hundred characters may take
PIECES = (
    *["第一条", "第二条", "第三条", "第十条", "第12条", "第一条之一", "第一章", "第二章", "第一节", "第一编", "第", "二", "条", "（一）", "（二）", "(三）", "（1）", "一、", "二、", "三、", "1.", "2.", "1、"],
    *["①", "a)", "附件1", "附件2", "附件：", "附件", "目录", "**第二条**", "##", ">", "【要点】", "“第三条", "“", "”", "《", "》", "[bookmark:_GoBack]", "&nbsp;", "---", "—3—", "第3页", "|甲|乙|"],
    *["免责声明：", "抄送：", "2023年4月1日", "某市人民政府", "各县区：", "现将《某办法》印发给你们。", "（2020年1月1日通过）", "序言", "<!--", "-->", "*", "。", "；", "：", "，", "、"],
    *["甲", "乙丙", "为了规范管理，制定本办法。", "包括：", "规定的", "项所列", "和", "至", "总则", "附则", "某省供水条例"],
    "\n", "\n", "\n", "\n\n", " ", "　", "　　", "\t", "\u200b", "\ufeff", "\x00", "\x0c", "\u2028", "\ue005", "\ufffd",
)  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--inputs", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    slowest, faulty, began = 0.0, 0, time.perf_counter()
    for number in range(given.inputs):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 60)))
        source = from_text(text, str(number))
        start = time.perf_counter()
        try:
            assert_sound(source, parse(source))
        except Exception as error:
            faulty += 1
            print(f"{type(error).__name__} at input {number}: {text!r}")
        slowest = max(slowest, time.perf_counter() - start)
    taken = time.perf_counter() - began
    print(f"{given.inputs} inputs, {faulty} faulty, slowest {slowest:.3f} s, {taken:.0f} s in all")
    sys.exit(1 if faulty or slowest > SLOWEST else 0)


if __name__ == "__main__":
    main()
