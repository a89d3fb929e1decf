"""`ground` facts: on what a designation is revoked, one a 项, and whether the step it names exists.

A ground that punishes not doing what no provision tells anybody to do (未申请复核, where nobody
may apply) has `resolved` false and says in `basis_note` what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policydoc.chinese.clauses import Clause, widened
from policydoc.extractors._roles import roles_of
from policydoc.extractors._spoken import Spoken, iter_spoken
from policydoc.model import Fact, Kind, Policy
from policydoc.plugins import Extractor

REVOKES = re.compile(
    r"撤销(?!处分)|取消(?![^，。；]{0,6}(?:复核|申报|申请|推荐|参评)资格)[^，。；]{0,16}(?:资格|称号|认定|命名|荣誉|名单)|收回[^，。；]{0,8}(?:称号|牌匾|证书)|摘牌|终止[^，。；]{0,8}(?:资格|认定)|退出[^，。；]{0,8}(?:名单|序列|管理)|移出[^，。；]{0,10}名单"
)
LISTS = re.compile(r"(?:以下|下列|之一|情形|情况|行为)[^。；]*$|包括[：:]?$")
ITEMS = {Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL}
MOST = 100  # different omitted steps of one text: each is sought in all its provisions
NEAREST = 12  # provisions that may provide a step, among which the most alike is taken
CASE = re.compile("([^，。；]{2,60}的)(?:[由经][^，。；]{1,20})?(?:予以|依法|应当?|直接)?")
DUTY = re.compile("应当?(?!具备)|必须|须")
ENDING = " 　；;。，,"
# 未按规定报送…、不接受…: the step whose omission is punished.
OMITTED = re.compile(
    r"(?:未|不|拒不|拒绝|没有)(?:按照?[^，。；]{0,10}?)?(?:及时|如期|按期|按时|主动)?"
    r"(?P<step>申请[^，。；的经或]{0,6}|更新报备|报备|备案|报送|报告|上报|提交|参加[^，。；的]{0,6}|接受[^，。；的、]{0,6}|配合[^，。；的、]{0,6}|整改|通过[^，。；的]{0,6}|履行[^，。；的]{0,6})"
)
LOST = re.compile(
    r"(?:不再|不)(?:符合|满足|具备)(?P<step>[^，。；的]{0,4}(?:认定|评定|申报)?(?:标准|条件))"
)
# Words by which another provision provides that step.
PROVIDES = {
    "更新报备": r"报备|备案|报告|(?<!申)报[^，。；告]{1,30}(?:核实|审核|备案)",
    "报备": r"报备|备案|(?<!申)报[^，。；告]{1,30}(?:核实|审核|备案)",
    "备案": r"报备|备案",
    "报送": r"报送|上报|(?:于|前)[^，。；]{0,12}(?<!申)报(?![备告名])",
    "报告": r"报告|报送|报备|备案",
    "上报": r"报送|上报|报告",
    "提交": r"提交|报送|填报",
}


@dataclass(frozen=True, slots=True)
class _Text:
    """One provision's words, for the search of what provides a step."""

    eid: str
    words: str
    role: str


def iter_grounds(policy: Policy) -> Iterator[Fact]:
    """A `ground` fact for each 项 under a sentence that revokes, or each clause before one."""
    roles = roles_of(policy)
    spoken_all = iter_spoken(policy)
    texts = [_Text(s.provision.eid, s.words, roles.get(s.provision.eid, "")) for s in spoken_all]
    texts += [
        _Text(p.eid, p.text, "criterion")
        for annex in policy.attachments
        for p in annex.preface
        if re.search("标准|条件|指标", p.text)
    ]
    leads: dict[str, str] = {}
    answers: dict[str, list[_Text]] = {}
    whole = policy.identity.text_status != "digest"
    for spoken, text in zip(spoken_all, texts[: len(spoken_all)], strict=True):
        lead = leads.get(spoken.provision.eid.rpartition("__")[0], "")
        if spoken.provision.kind in ITEMS and lead:
            fact = _ground(spoken, 0, _case_end(text.words), lead, texts, answers)
            yield fact if whole else replace(fact, resolved=None, basis_note="")
        elif text.role in ("sanction", "management", "procedure") and REVOKES.search(text.words):
            opening = _opening(spoken, text.words)
            if opening:
                leads[spoken.provision.eid] = opening
            else:
                yield from _inline(spoken, text.words, texts, answers)


def _case_end(words: str) -> int:
    """The end of the 项 itself, where a sentence on all of them runs on: …的。被撤销的，两年内…"""
    first = words.find("的。")
    return first + 1 if first >= 0 else len(words)


def _opening(spoken: Spoken, words: str) -> str:
    """The sentence that opens the list of grounds, where items follow it."""
    if not any(child.kind in ITEMS for child in spoken.provision.children):
        return ""
    head = words.rstrip("：:。 ")
    last = head[max(head.rfind("。"), head.rfind("；")) + 1 :]
    if REVOKES.search(last) and LISTS.search(last):
        return last
    return last if REVOKES.search(last) and re.search("情形|行为|情况|之一", last) else ""


def _inline(
    spoken: Spoken, words: str, texts: list[_Text], answers: dict[str, list[_Text]]
) -> Iterator[Fact]:
    """弄虚作假的，撤销其称号: the clauses before the one that revokes."""
    for sentence in spoken.sentences:
        for index, (start, end) in enumerate(sentence.clauses):
            revokes = REVOKES.search(words, start, end)
            case = revokes and CASE.fullmatch(words, start, revokes.start())
            if case:
                yield _ground(spoken, start, case.end(1), words[start:end], texts, answers)
                break
            if index and revokes:
                first = _after_duties(words, sentence.clauses[:index])
                last = sentence.clauses[index - 1][1]
                if words[first:last].endswith(("的", "者", "后")) or "的，" in words[first:last]:
                    yield _ground(spoken, first, last, words[start:end], texts, answers)
                break


def _after_duties(words: str, clauses: Sequence[Clause]) -> int:
    """Where a ground begins: behind what the sentence first says ought to be done."""
    duties = [
        number for number, (start, end) in enumerate(clauses[:-1]) if DUTY.search(words, start, end)
    ]
    return clauses[duties[-1] + 1][0] if duties else clauses[0][0]


def _ground(
    spoken: Spoken,
    start: int,
    end: int,
    lead: str,
    texts: list[_Text],
    answers: dict[str, list[_Text]],
) -> Fact:
    said = spoken.provision.text
    quote = said[start:end].rstrip(ENDING)
    revokes = REVOKES.search(lead)
    step, provider = _step(widened(quote), spoken.provision.eid, texts, answers)
    return Fact(
        "ground", spoken.provision.eid, quote, start, start + len(quote),
        object=re.split("[，。；：]", lead[revokes.start() :])[0] if revokes else "", trigger=lead.strip("：:"),
        action=step, target=provider, resolved=bool(provider) if step else None,
        basis_note=_missing(step) if step and not provider else "",
    )  # fmt: skip


def _missing(step: str) -> str:
    if step.endswith(("标准", "条件")):
        return f"没有条文或者附件以“{step}”为名作出规定"
    return f"没有条文规定“{step}”"


def _step(
    quote: str, eid: str, texts: list[_Text], answers: dict[str, list[_Text]]
) -> tuple[str, str]:
    """The step a ground rests on, and the provision that provides it ("" where none does)."""
    found = OMITTED.search(quote) or LOST.search(quote)
    if found is None:
        return "", ""
    step = found["step"]
    if step not in answers:
        if len(answers) >= MOST:
            return "", ""
        answers[step] = _providers(step, eid, texts)
    matter = _pairs(quote[found.end() :])
    alike = max(answers[step], key=lambda text: len(matter & _pairs(text.words)), default=None)
    return step, alike.eid if alike else ""


def _pairs(words: str) -> set[str]:
    """Neighbouring characters, to tell on which matter two sentences speak."""
    return {words[i : i + 2] for i in range(len(words) - 1)}


def _providers(step: str, eid: str, texts: list[_Text]) -> list[_Text]:
    pattern = re.compile(PROVIDES.get(step) or _words_of(step))
    found: list[_Text] = []
    own = eid.partition("__")[0] if eid.startswith("art_") else eid
    for text in texts:
        lost = step.endswith(("标准", "条件"))
        if text.role == "sanction" or (lost and text.role != "criterion"):
            continue
        if not f"{text.eid}__".startswith(f"{own}__") and pattern.search(text.words):
            found.append(text)
            if len(found) == NEAREST:
                break
    return found


def _words_of(step: str) -> str:
    """申请复核 is provided by 申请复核, 复核申请 or 提出复核…申请."""
    if step.endswith(("标准", "条件")):
        kinds = [part.removesuffix(step[-2:]) for part in re.split("或者?|和|、", step)]
        return "|".join(re.escape(kind) + step[-2:] for kind in kinds)
    if step.startswith("申请") and step[2:]:
        what = re.escape(step[2:])
        return rf"申请[^，。；]{{0,6}}{what}|{what}[^，。；]{{0,6}}申请|重新申[请报]"
    for verb in ("参加", "接受", "配合", "通过", "履行"):
        if step.startswith(verb) and step[2:]:
            return "|".join(re.escape(step[i : i + 2]) for i in range(2, len(step) - 1)) or re.escape(step)  # fmt: skip
    return re.escape(step)


EXTRACTOR = Extractor(iter_grounds)
