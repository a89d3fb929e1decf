"""Which element of an official document each paragraph is, by its words and its place.

Never by its face: a checker that takes 黑体 for a heading cannot say that a heading is not 黑体.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydoc.gongwen.roles import (
    ANNEX_LABEL,
    ARTICLE,
    CHAPTER,
    COPIES,
    DATE,
    ENCLOSURE,
    LEVEL_FORMS,
    MORE_ENCLOSURE,
    NUMBER,
    PRINTED,
    SECRECY,
    SERIAL,
    URGENCY,
    Role,
)
from policydoc.gongwen.special_heads import name_special_head
from policydoc.gongwen.views import View, line_extent

# A line over the 发文字号 that is a title, not a 发文机关标志: the number stands under the title.
_TITLE_LIKE = re.compile(
    r"关于.*的|(通知|意见|办法|细则|规定|决定|方案|规划|请示|报告|批复|公告|通告|条例|规则|标准)$"
)
_SENTENCE_END = "。；！？;：:"
_BODIES = re.compile(r"[局厅部委会院府署处室组心司团社行站所队办位校厂场馆区县市]$")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The paragraphs with their roles; `roles` runs parallel to `views`.

    `form` is order (命令, 10.2) or minutes (纪要, 10.3) where the head says so.
    """

    views: tuple[View, ...]
    roles: tuple[Role, ...]
    form: str = "general"

    def all(self, *roles: Role) -> Iterator[View]:
        """The paragraphs that are one of these."""
        return (v for v, r in zip(self.views, self.roles, strict=True) if r in roles)

    def first(self, *roles: Role) -> View | None:
        """The first of them."""
        return next(self.all(*roles), None)

    def blanks_before(self, view: View) -> int | None:
        """Empty lines right above; None where what stands above is not body text."""
        above = view.number - 2
        index = above
        while index >= 0 and self.roles[index] is Role.BLANK:
            index -= 1
        return above - index if index < 0 or self.views[index].where == "body" else None


def recognise(views: Sequence[View], area: int) -> Recognised:
    """Name every paragraph."""
    roles = [_start_role(view) for view in views]
    _name_table_notes(views, roles)
    form, after_head = name_special_head(views, roles)
    if form == "general":
        after_head = _name_head(views, roles)
    _name_colophon(views, roles)
    body = _zone(views, roles, after_head)
    _name_main(views, roles, body, area, form)
    _name_annexes(views, roles, body.stop)
    return Recognised(tuple(views), tuple(roles), form)


def _start_role(view: View) -> Role:
    if view.where == "table":
        return Role.CELL
    if view.where == "box":
        return Role.BOX
    return Role.BODY if view.text else Role.BLANK


_TABLE_NOTE = re.compile(r"^(注|说明|备注|单位|资料来源|填[报表写]\w{0,4})\s*[：:（(\d]")


def _name_table_notes(views: Sequence[View], roles: list[Role]) -> None:
    """Short lines right above or under a table, and 注 under it, are its title and notes."""
    for index, view in enumerate(views):
        if roles[index] is not Role.BODY or _is_labelled(view.text):
            continue
        named = _TABLE_NOTE.match(view.text) is not None
        before = index - 1
        while named and before >= 0 and roles[before] is Role.BLANK:
            before -= 1
        above = roles[before] if before >= 0 else Role.BLANK
        below = roles[index + 1] if index + 1 < len(views) else Role.BLANK
        short = len(view.text) <= 30 and view.text[-1] not in _SENTENCE_END
        touches = above in (Role.CELL, Role.TABLE_NOTE) or (below is Role.CELL and index > 0)
        if touches and (named or (short and not DATE.match(view.text) and not _is_outer(view))):
            roles[index] = Role.TABLE_NOTE


def _is_outer(view: View) -> bool:
    """A label that belongs to the document, wherever a table stands."""
    forms = (ANNEX_LABEL, ENCLOSURE, COPIES, PRINTED, NUMBER)
    return any(form.search(view.text) for form in forms) or view.text[-1] in "：:"


def _name_head(views: Sequence[View], roles: list[Role]) -> int:
    """Name the 版头; returns the index after it."""
    near = [i for i, view in enumerate(views) if view.text][:20]
    number = next((i for i in near if NUMBER.match(number_text(views[i].text))), None)
    over = next((i for i in reversed(near) if number is not None and i < number), None)
    if number is not None and over is not None and _TITLE_LIKE.search(views[over].text):
        roles[number] = Role.SUBTITLE
        number = None
    end = number
    if number is None:
        end = next((i for i in near[:6] if _is_mark(views[i].text)), None)
    before = [i for i in near if end is not None and i < end] or ([] if end is not None else near)
    for index in before:
        role = _head_role(views[index].text)
        if role is None and end is None:
            break
        if role is not None:
            roles[index] = role
        elif number is not None and "签发人" in views[index].text:
            roles[index] = Role.SIGNER
        elif number is not None and roles[index] is not Role.CELL:
            roles[index] = Role.MARK
    if end is None:
        named = [i for i in near if roles[i] in (Role.SERIAL, Role.SECRECY, Role.URGENCY)]
        return max(named) + 1 if named else 0
    roles[end] = Role.NUMBER if number is not None else Role.MARK
    following = end + 1  # in a letter 密级 and 紧急程度 may stand under the number's line
    while following < len(views) and (role := _head_role(views[following].text)) is not None:
        roles[following] = role
        following += 1
    return following


def number_text(text: str) -> str:
    """The 发文字号 of its line: in a letter 份号 may stand before it, a tab between."""
    first, _, rest = text.rpartition("\t")
    return rest if SERIAL.match(first) or SECRECY.match(first) or URGENCY.match(first) else text


def _is_mark(text: str) -> bool:
    return len(text) <= 30 and text.endswith("文件") and not text.startswith("附件")


def _head_role(text: str) -> Role | None:
    for role, form in (
        (Role.SERIAL, SERIAL),
        (Role.SECRECY, SECRECY),
        (Role.URGENCY, URGENCY),
    ):
        if form.match(text):
            return role
    return None


def _name_colophon(views: Sequence[View], roles: list[Role]) -> None:
    last = [i for i, view in enumerate(views) if view.text][-12:]
    dates = [i for i, v in enumerate(views) if v.where == "body" and DATE.match(v.text)]
    for index in last:
        text = views[index].text
        if views[index].where == "body" and (not dates or index < dates[0]):
            continue
        if PRINTED.search(text) and len(text) < 80:
            roles[index] = Role.PRINTED
        elif COPIES.match(text):
            roles[index] = Role.COPIES


def _zone(views: Sequence[View], roles: list[Role], start: int) -> range:
    """The main text: from the 版头 to the first 附件 or the 版记."""
    for index in range(start, len(views)):
        if views[index].where != "body":
            continue
        if ANNEX_LABEL.match(views[index].text) or roles[index] in (Role.COPIES, Role.PRINTED):
            return range(start, index)
    return range(start, len(views))


def _texts(views: Sequence[View], roles: list[Role], zone: range) -> list[int]:
    """Indices of the paragraphs of a zone that are not yet named."""
    return [i for i in zone if roles[i] is Role.BODY and views[i].text]


def _name_main(views: Sequence[View], roles: list[Role], zone: range, area: int, form: str) -> None:
    texts = _texts(views, roles, zone)
    titled = form == "general" or (
        form == "minutes" and texts and views[texts[0]].look.align == "center"
    )
    if titled:  # an order has none
        texts = texts[_name_title(views, roles, texts) :]
    if texts and Role.CELL not in roles[: texts[0]] and _is_addressee(views[texts[0]]):
        roles[texts[0]] = Role.ADDRESSEE
        texts = texts[1:]
    dates = [i for i in texts if DATE.match(views[i].text)]
    if dates:
        date = dates[-1]
        roles[date] = Role.DATE
        for index in reversed([i for i in texts if i < date]):
            if not _is_issuer(views[index], area):
                break
            roles[index] = Role.ISSUER
        _name_after_date(views, roles, [i for i in texts if i > date])
        texts = [i for i in texts if i < date and roles[i] is Role.BODY]
    _name_body(views, roles, texts)


def _name_after_date(views: Sequence[View], roles: list[Role], texts: list[int]) -> None:
    """附注 right after the date; after that the text a covering notice carries."""
    for taken, index in enumerate(texts):
        view = views[index]
        own_page = view.breaks_page or view.look.align == "center"
        if own_page or len(view.text) > 100 or _is_labelled(view.text):
            _name_body(views, roles, texts[taken:])
            return
        roles[index] = Role.NOTE


def _name_title(views: Sequence[View], roles: list[Role], texts: list[int]) -> int:
    """Name the lines of the title; returns how many paragraphs it took."""
    skipped = 0
    while texts and re.match(r"^[（(].*[）)]$", views[texts[0]].text):
        roles[texts[0]] = Role.SUBTITLE  # （征求意见稿） over the title
        texts = texts[1:]
        skipped += 1
    return skipped + _name_title_lines(views, roles, texts)


def _name_title_lines(views: Sequence[View], roles: list[Role], texts: list[int]) -> int:
    if not texts or _is_labelled(views[texts[0]].text):
        return 0
    first = views[texts[0]]
    headed = any(role in (Role.NUMBER, Role.MARK) for role in roles[: texts[0]])
    if (
        not headed
        and first.look.align != "center"
        and (len(first.text) > 60 or first.text[-1] in "。；：:")
    ):
        return 0
    roles[texts[0]] = Role.TITLE
    taken = 1
    for before, index in pairwise(texts):
        view = views[index]
        adjacent = index == before + 1
        if adjacent and view.look.align == "center" and view.text[-1] not in "：:。":
            roles[index] = Role.SUBTITLE if view.text[0] in "（(—" else Role.TITLE
            taken += 1
        elif view.look.align == "center" and view.text[0] in "（(—" and taken <= 4:
            roles[index] = Role.SUBTITLE
            taken += 1
        else:
            break
    return taken


def _is_labelled(text: str) -> bool:
    forms = (ARTICLE, CHAPTER, *(form for _, form in LEVEL_FORMS))
    return any(form.match(text) for form in forms)


def _is_addressee(view: View) -> bool:
    text = view.text
    if _is_labelled(text) or len(text) > 200 or "。" in text or "如下" in text:
        return False
    if ENCLOSURE.match(text) or view.look.align == "center":
        return False
    if text[-1] in "：:":
        return True
    flush = (view.look.first_chars or view.look.first / 315) < 1 and not view.raw.startswith("　")
    return flush and len(text) <= 80 and text[-1] not in "；，,;" and bool(_BODIES.search(text))


def _is_issuer(view: View, area: int) -> bool:
    text = view.text
    longest = 80 if view.look.align == "right" else 40  # an overlong name turns
    if len(text) > longest or text[-1] in _SENTENCE_END + "，,、" or _is_labelled(text):
        return False
    if text.startswith("特此") or ENCLOSURE.match(text) or DATE.match(text):
        return False
    aligned = view.look.align == "right" and len(text) > 28
    return aligned or line_extent(view, area)[0] > area / 4 or bool(_BODIES.search(text))


def _name_body(views: Sequence[View], roles: list[Role], texts: list[int]) -> None:
    articled = any(ARTICLE.match(views[i].text) for i in texts)
    enclosing = False
    for before, index in zip([-1, *texts], texts, strict=False):
        view = views[index]
        follows = index == before + 1
        if ENCLOSURE.match(view.text):
            enclosing, roles[index] = True, Role.ENCLOSURE
        elif enclosing and follows and MORE_ENCLOSURE.match(view.text):
            roles[index] = Role.ENCLOSURE
        else:
            enclosing = False
            roles[index] = _body_role(view, articled=articled)


def _body_role(view: View, *, articled: bool) -> Role:
    text = view.text
    if CHAPTER.match(text) and len(text) <= 40:
        return Role.CHAPTER
    if ARTICLE.match(text):
        return Role.ARTICLE
    for role, form in LEVEL_FORMS:
        if form.match(text):
            # In a text of articles （一） and 1. are 项 and 目, not headings.
            return role if role is Role.LEVEL1 or not articled else Role.BODY
    if view.look.align == "center" and len(text) <= 40 and text[-1] not in _SENTENCE_END:
        return Role.SUBTITLE
    return Role.BODY


def _name_annexes(views: Sequence[View], roles: list[Role], start: int) -> None:
    labels = [
        i
        for i in range(start, len(views))
        if views[i].where == "body" and ANNEX_LABEL.match(views[i].text)
    ]
    for label, end in pairwise((*labels, len(views))):
        roles[label] = Role.ANNEX_LABEL
        texts = _texts(views, roles, range(label + 1, end))
        if (
            texts
            and not _is_labelled(views[texts[0]].text)
            and views[texts[0]].text[-1] not in "。；："
        ):
            tables = [i for i in range(label + 1, texts[0]) if views[i].where == "table"]
            if not tables:
                roles[texts[0]] = Role.ANNEX_TITLE
                texts = texts[1:]
                while (
                    texts
                    and roles[texts[0] - 1] is Role.ANNEX_TITLE
                    and views[texts[0]].look.align == "center"
                ):
                    roles[texts[0]] = Role.ANNEX_TITLE
                    texts = texts[1:]
        _name_body(views, roles, texts)
