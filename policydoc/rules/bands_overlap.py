"""Bands that share an end, or leave a gap between them.

Bad:
    甲市集群管理办法
    第一条 按下列标准奖励：
    （一）企业10家以上20家以下的，奖励10万元；
    （二）企业20家以上30家以下的，奖励20万元。
Bad:
    甲市集群管理办法
    第一条 得分不超过60分的为不合格；超过60分、不超过80分的为合格；80分以上的为优秀。
Good:
    甲市集群管理办法
    第一条 按下列标准奖励：
    （一）企业10家以上不满20家的，奖励10万元；
    （二）企业20家以上不满30家的，奖励20万元。
Good:
    甲市集群管理办法
    第一条 得分80分（含）至90分的为良好；90分（含）以上的为优秀。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydoc.model import Finding, Kind, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists, iter_texts

N = r"\d+(?:\.\d+)?"
U = r"(?:[万亿]?元|平方米|[万亿千百]?[吨人户家件个项名头只张套棵]|[%％分年岁级亩辆台])"
MARK = r"(?:[（(](?P<{0}>含|不含)[^（）()]{{0,4}}[）)])?"
BOTH = re.compile(
    rf"(?P<over>超过|高于|大于)?(?P<low>{N})(?![\d.])(?P<unit>{U})?{MARK.format('low_mark')}(?P<from>以上)?{MARK.format('from_mark')}"
    rf"(?:(?P<to>至|到|—|～|~|-)|[、，]?(?:但)?)(?P<below>不满|低于|不足|小于|少于|不超过|不高于)?"
    rf"(?P<high>{N})(?P<unit2>{U}){MARK.format('high_mark')}(?P<until>以下|以内)?{MARK.format('until_mark')}"
)
LOWER = re.compile(
    rf"(?:(?P<at>不低于|不少于|达到|超过|高于|大于)(?P<a>{N})(?P<ua>{U})|(?P<b>{N})(?P<ub>{U}){MARK.format('m')}以上{MARK.format('m2')})"
)
UPPER = re.compile(
    rf"(?:(?P<at>不满|低于|不足|少于|小于|不超过|不高于)(?P<a>{N})(?P<ua>{U})|(?P<b>{N})(?P<ub>{U}){MARK.format('m')}以下{MARK.format('m2')})"
)
OPEN = ("超过", "高于", "大于", "不满", "低于", "不足", "少于", "小于")
NEAR = 200  # characters within which the next band of a series stands
SENTENCE = re.compile("[^。]+")
DIGIT = re.compile(r"\d")
SUBJECT = re.compile(r"[\u4e00-\u9fff]+$")
# Fines, a tax on the part above, a table run into one line: no bands to choose among.
PENALTY = re.compile(r"罚|部分|\||处以?(?!于)|拘役|徒刑")


@dataclass(frozen=True, slots=True)
class Band:
    """The ends of a band in one unit; `takes_high` is None where 至 leaves it open."""

    provision: Provision
    start: int
    end: int
    unit: str
    low: float | None
    takes_low: bool
    high: float | None
    takes_high: bool | None
    subject: str

    @property
    def words(self) -> str:
        """The band as printed."""
        return self.provision.text[self.start : self.end]


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for _, items in iter_lists(policy):
        yield from _clashes([band for i in items for band in _bands(i, 0, len(i.text))[:1]])
    for provision in iter_texts(policy):
        if provision.kind is not Kind.TABLE:
            for sentence in SENTENCE.finditer(provision.text):
                if DIGIT.search(sentence[0]):
                    yield from _clashes(_all_bands(provision, sentence))


def _all_bands(provision: Provision, sentence: re.Match[str]) -> list[Band]:
    """The bands of one sentence, one after the other."""
    bands: list[Band] = []
    place = sentence.start()
    while found_here := _bands(provision, place, min(sentence.end(), place + NEAR)):
        bands += found_here
        place = found_here[0].end
    return bands


def _clashes(bands: Sequence[Band]) -> Iterator[Finding]:
    for one, other in pairwise(bands):
        between = (
            one.provision.text[one.end : other.start] if one.provision is other.provision else ""
        )
        if "或" in between:
            continue  # alternatives, not classes
        for upper, lower in ((one, other), (other, one)):
            alike = upper.unit == lower.unit and (
                not other.subject or one.subject[-2:] == other.subject[-2:]
            )
            if alike and upper.high is not None and upper.high == lower.low:
                yield from _at_the_end(upper, lower)


def _at_the_end(upper: Band, lower: Band) -> Iterator[Finding]:
    end = f"{upper.high:g}{upper.unit}"
    if lower.takes_low and upper.takes_high is not False:
        yield found(
            upper.provision, upper.start, upper.end,
            f"“{upper.words}”与“{lower.words}”都包括{end}，两档重叠。", f"一档改为“不满{end}”",
            certain=upper.takes_high is not None,
        )  # fmt: skip
    elif not lower.takes_low and upper.takes_high is False:
        yield found(
            upper.provision, upper.start, upper.end,
            f"“{upper.words}”与“{lower.words}”都不包括{end}，两档之间有空档。", f"一档写明包括{end}",
        )  # fmt: skip


def _bands(provision: Provision, start: int, end: int) -> list[Band]:
    """The first band in these words, or none; an amount of money fined is no band."""
    text = provision.text
    if PENALTY.search(text, start, end):
        return []
    both, low, high = (pattern.search(text, start, end) for pattern in (BOTH, LOWER, UPPER))
    first = min((m.start() for m in (both, low, high) if m), default=-1)
    if first < 0 or "的，" in text[start:first].rpartition("；")[2]:
        return []  # 符合目录的，按照50%—70%确定: what follows the case is no class
    named = SUBJECT.search(text[start:first])
    subject = named[0] if named else ""
    # 首次达到1亿元至5亿元: the two ends belong together.
    near = both and all(m is None or both.start() < m.end() for m in (low, high))
    if both and near and (both["to"] or both["from"] or both["over"]):
        return [_between(provision, both, subject)]
    match = low if low and low.start() == first else high
    if match is None or match.start() != first:
        return []
    value, unit = float(match["a"] or match["b"]), match["ua"] or match["ub"]
    takes = match["at"] not in OPEN and "不含" not in (match["m"], match["m2"])
    if match is low:
        return [
            Band(provision, match.start(), match.end(), unit, value, takes, None, None, subject)
        ]
    return [Band(provision, match.start(), match.end(), unit, None, False, value, takes, subject)]


def _between(provision: Provision, m: re.Match[str], subject: str) -> Band:
    low_marks, high_marks = {m["low_mark"], m["from_mark"]}, {m["high_mark"], m["until_mark"]}
    takes_low = m["over"] is None and "不含" not in low_marks
    takes_high: bool | None = m["below"] not in OPEN and "不含" not in high_marks
    if takes_high and m["to"] and not (high_marks & {"含"} or m["until"] or m["below"]):
        takes_high = False if "含" in low_marks else None
    return Band(
        provision, m.start(), m.end(), m["unit2"], float(m["low"]), takes_low, float(m["high"]),
        takes_high, subject,
    )  # fmt: skip


RULE = Rule(Severity.ERROR, "民法典第一千二百五十九条：“以上”“以下”均包括本数", _check, group="D")
