"""Elements are told by their words and place, whatever their face."""

from __future__ import annotations

import pytest

from policydoc.gongwen import Blank, Document, Head, Paragraph, Table, build, elements
from policydoc.gongwen.blocks import Block
from policydoc.gongwen.check_body import heading_end
from policydoc.gongwen.inspection import inspect
from policydoc.gongwen.roles import Role


def roles(*blocks: Block, head: Head | None = None) -> dict[str, Role]:
    found = inspect(build(Document(blocks, head=head))).found
    return {v.text: r for v, r in zip(found.views, found.roles, strict=True) if v.text}


def test_a_covering_notice_is_not_all_notes_after_its_date() -> None:
    found = roles(
        *elements.title("关于印发办法的通知", 0),
        *elements.addressee("各县区："),
        *elements.body("现印发给你们。"),
        *elements.signature(("示例局",), "2026年3月5日"),
        *elements.note("此件公开发布"),
        Paragraph("示例市办法", "公文标题", new_page=True),
        *elements.body("第一条　为了发展。", "（一）项的文字；"),
    )
    assert found["（此件公开发布）"] is Role.NOTE
    assert found["第一条　为了发展。"] is Role.ARTICLE
    assert found["（一）项的文字；"] is Role.BODY


def test_a_number_under_a_title_is_not_a_mark_over_a_number() -> None:
    found = roles(
        *elements.title("关于做好工作的通知", 0), Paragraph("示发〔2026〕1号", "公文发文字号")
    )
    assert found["关于做好工作的通知"] is Role.TITLE
    assert found["示发〔2026〕1号"] is Role.SUBTITLE


def test_a_bracketed_line_over_the_title_is_not_the_title() -> None:
    found = roles(
        Paragraph("（征求意见稿）"),
        Blank(1),
        *elements.title("示例市办法", 0),
        *elements.body("正文。"),
    )
    assert found["（征求意见稿）"] is Role.SUBTITLE
    assert found["示例市办法"] is Role.TITLE


def test_lines_at_a_table_are_its_title_and_notes() -> None:
    found = roles(
        *elements.title("关于做好工作的通知", 0),
        *elements.body("正文。"),
        Paragraph("近三年产值", "公文表题"),
        Table((("甲", "乙"),)),
        Paragraph("注：按年报填写。", "公文表注"),
        *elements.body("以下仍是正文。"),
    )
    assert found["近三年产值"] is Role.TABLE_NOTE
    assert found["注：按年报填写。"] is Role.TABLE_NOTE
    assert found["以下仍是正文。"] is Role.BODY


def test_a_black_faced_secrecy_is_no_heading_and_a_song_heading_is_one() -> None:
    head = Head("示例局文件", "示发〔2026〕1号", "", "机密★1年", "特急")
    found = roles(
        *elements.title("关于做好工作的通知"), Paragraph("一、用正文字体的标题"), head=head
    )
    assert found["机密★1年"] is Role.SECRECY
    assert found["特急"] is Role.URGENCY
    assert found["示例局文件"] is Role.MARK
    assert found["一、用正文字体的标题"] is Role.LEVEL1


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("（一）总体要求", 7),
        ("（一）总体要求。请抓好落实。", 8),
        ("（一）总体要求应当明确，不得含糊。请抓好落实。", 0),
        ("（一）产值较高；", 0),
        ("（一）产值不低于十亿元。", 0),
    ],
)
def test_where_a_heading_ends(text: str, end: int) -> None:
    assert heading_end(text) == end


@pytest.mark.parametrize(
    "head",
    [
        ("示例省人民政府令", "第12号"),
        ("示例省人民政府", "命　　令", "第十二号"),
        ("示例省人民政府令（第12号）",),
    ],
)
def test_an_order_has_a_mark_and_a_number_and_no_title(head: tuple[str, ...]) -> None:
    mark = [Paragraph(line, "公文发文机关标志", size=50) for line in head]
    found = roles(
        *mark,
        Blank(2),
        *elements.body(
            "《示例省促进中小企业发展办法》已经审议通过，现予公布，自2026年5月1日起施行。"
        ),
        Blank(2),
        Paragraph("省　长　　张示例", "公文署名"),
        Paragraph("2026年3月9日", "公文成文日期"),
    )
    assert all(found[line] is Role.MARK for line in head[:-1])
    assert found[head[-1]] in (Role.NUMBER, Role.MARK)
    assert Role.TITLE not in found.values()
    assert next(r for t, r in found.items() if t.startswith("《示例省")) is Role.BODY


def test_minutes_have_a_mark_a_number_and_a_line_of_issue() -> None:
    found = roles(
        Paragraph("示例市人民政府常务会议纪要", "公文发文机关标志", size=40),
        Paragraph("〔2026〕3号", "公文发文字号"),
        Paragraph("示例市人民政府办公室　　2026年3月5日", rule=True),
        *elements.title("研究促进中小企业发展有关工作", 0),
        *elements.body("3月4日，市长主持召开会议，纪要如下：", "出席：张示例、李示例。"),
    )
    assert found["示例市人民政府常务会议纪要"] is Role.MARK
    assert found["〔2026〕3号"] is Role.NUMBER
    assert found["研究促进中小企业发展有关工作"] is Role.TITLE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("关于印发会议纪要的通知", "各县区："),
        ("示例市人民政府常务会议纪要", "第一次会议研究了有关工作。"),
        ("关于废止有关命令的决定", "第一条　废止下列命令。"),
    ],
)
def test_words_alone_make_no_order_and_no_minutes(first: str, second: str) -> None:
    found = roles(*elements.title(first, 0), *elements.body(second))
    assert found[first] is Role.TITLE
