"""The tree as an outline a lawyer can read: eId, label, words; then what is doubtful, what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from policydoc.model import Policy, Provision, iter_policies
from policydoc.plugins import Writer

LONGEST_LISTED = 12
REASONS = {
    "table-of-contents": "目录",
    "page-number": "页码",
    "running-head": "页眉",
    "web-disclaimer": "网页声明",
    "web-page": "网页其他内容",
    "bookmark": "书签",
    "markup": "排版记号",
    "front-matter": "文件头设置",
    "separator": "分隔符号",
    "control-character": "不可见字符",
    "hidden": "隐藏文字",
    "duplicate": "重复内容",
}
FACTS = (
    ("文种", "genre"),
    ("文号", "number"),
    ("成文", "issued"),
    ("施行", "effective"),
    ("有效期至", "expires"),
)


def _write(policy: Policy) -> bytes:
    lines = [*_head(policy), *_tree(policy), *_tail(policy)]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _head(policy: Policy) -> Iterator[str]:
    identity = policy.identity
    if identity.title:
        yield identity.title
    said = [f"发文机关 {'、'.join(identity.issuers)}"] if identity.issuers else []
    said += [f"{name} {value}" for name, key in FACTS if (value := getattr(identity, key))]
    if said:
        yield "　".join(said)
    if identity.title or said:
        yield ""


def _tree(policy: Policy) -> Iterator[str]:
    for number, part in enumerate(iter_policies(policy)):
        if number:
            yield ""
        for zone in (part.preface, part.preamble, part.body, part.conclusions):
            for provision in zone:
                yield from _lines(provision, 0)


def _lines(provision: Provision, depth: int) -> Iterator[str]:
    words = (provision.num, provision.heading, provision.text, provision.wrap_up)
    yield "  " * depth + " ".join(filter(None, (provision.eid, *words)))
    for row in provision.rows:
        yield "  " * (depth + 1) + " | ".join(cell.replace("\n", " ") for cell in row)
    for child in provision.children:
        yield from _lines(child, depth + 1)


def _tail(policy: Policy) -> Iterator[str]:
    if policy.findings:
        yield ""
        yield f"存疑 {len(policy.findings)} 处："
    for finding in policy.findings[:LONGEST_LISTED]:
        yield f"  {finding.message}" + (f"（{finding.eid}）" if finding.eid else "")
    if len(policy.findings) > LONGEST_LISTED:
        yield f"  ……其余 {len(policy.findings) - LONGEST_LISTED} 处见 --format json。"
    left_out = Counter(REASONS.get(item.reason, item.reason) for item in policy.removed)
    if left_out:
        yield ""
        yield "不属于文件正文、已另存：" + "、".join(f"{k} {n} 处" for k, n in left_out.items())


WRITER = Writer(".txt", _write)
