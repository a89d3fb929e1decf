from __future__ import annotations

import policydoc as pd
from policydoc.writers.outline import WRITER


def test_an_outline_reads_like_the_text() -> None:
    text = "某市办法\n第一条 甲。\n第三条 乙：\n（一）丙。\n— 3 —\n"
    lines = WRITER.write(pd.parse_text(text)).decode().splitlines()
    assert lines[0] == "某市办法"
    assert "    art_3__para_1__subpara_1 （一） 丙。" in lines
    assert "  第一条之后是第三条，中间缺1条。（art_3）" in lines
    assert lines[-1] == "不属于文件正文、已另存：页码 1 处"
