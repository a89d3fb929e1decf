"""The checker passes a good file and names the one fault of each faulty one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from policydoc.gongwen import (
    GBT9704,
    PROFILES,
    Blank,
    Document,
    Head,
    Paragraph,
    Profile,
    Section,
    build,
    elements,
)
from policydoc.gongwen.checker import check_format
from policydoc.gongwen.inspection import inspect
from policydoc.gongwen.package import unzipped, zipped
from policydoc.model import Severity
from tests.unit.gongwen._samples import SENTENCE, Fault, broken, letter, notice, upward

GOOD = build(notice())
STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"
ODD, EVEN = "word/footer-default.xml", "word/footer-even.xml"
HINT = '<w:rFonts w:hint="eastAsia"/>'
SONG = '<w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/>'


def styled(key: str, old: str, new: str) -> tuple[str, str]:
    """Old and new text of a style's paragraph properties, by a sign unique to the style."""
    return f'<w:pStyle w:val="{key}"/>{old}', f'<w:pStyle w:val="{key}"/>{new}'


def faced(words: str) -> tuple[str, str]:
    """The run that begins with these words, in 宋体 instead of its own face."""
    tail = f'</w:rPr><w:t xml:space="preserve">{words}'
    return f"{HINT}{tail}", f"{SONG}{tail}"


def sized(words: str, half_points: int) -> tuple[str, str]:
    tail = f'</w:rPr><w:t xml:space="preserve">{words}'
    return f"{HINT}{tail}", f'{HINT}<w:sz w:val="{half_points}"/>{tail}'


def said(old: str, new: str) -> tuple[str, str]:
    return f">{old}</w:t>", f">{new}</w:t>"


BLANK = '<w:p><w:pPr><w:pStyle w:val="gwBlank"/></w:pPr></w:p>'
HEAD1 = '</w:rPr><w:t xml:space="preserve">一、申报条件'
FAULTS = (
    Fault("letter paper", "paper-width", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="16838"'),
    Fault("short paper", "paper-height", 'w:w="11906" w:h="16838"', 'w:w="11906" w:h="15840"'),
    Fault("top 25.4", "margin-top", 'w:top="2098"', 'w:top="1440"'),
    Fault("left 31.8", "margin-left", 'w:left="1587"', 'w:left="1803"'),
    Fault("gutter", "margin-left", 'w:gutter="0"', 'w:gutter="284"', count=1),
    Fault("right 31.8", "margin-right", 'w:right="1474"', 'w:right="1803"'),
    Fault("bottom 25.4", "margin-bottom", 'w:bottom="1984"', 'w:bottom="1440"'),
    Fault("line 600", "lines", 'w:line="579"', 'w:line="600"', STYLES),
    Fault("line 580", "lines", 'w:line="579"', 'w:line="580"', STYLES),
    Fault("no spacing", "characters", '<w:spacing w:val="-5"/>', "", STYLES),
    Fault("serial of 2", "serial", *said("000123", "12")),
    Fault("serial indented", "serial", *styled("gwSerial", "", '<w:ind w:left="630"/>')),
    Fault("secrecy face", "secrecy", *faced("机密★1年")),
    Fault("secrecy without star", "secrecy", *said("机密★1年", "机密 1年")),
    Fault("urgency face", "urgency", *faced("特急")),
    Fault("urgency word", "urgency", *said("特急", "急件")),
    Fault("black mark", "mark-colour", '<w:color w:val="FF0000"/>', "", STYLES),
    Fault("mark left", "mark-align", *styled("gwMark", "", "§left§")),
    Fault("mark too high", "mark-place", 'w:line="247" w:lineRule="exact"',
          'w:line="20" w:lineRule="exact"'),
    Fault("mark face", "mark-face", f'{HINT}<w:sz w:val="72"/>', f'{SONG}<w:sz w:val="72"/>'),
    Fault("square brackets", "number-form", *said("示工信发〔2026〕12号", "示工信发[2026]12号")),
    Fault("leading zero", "number-form", *said("示工信发〔2026〕12号", "示工信发〔2026〕012号")),
    Fault("第", "number-form", *said("示工信发〔2026〕12号", "示工信发〔2026〕第12号")),
    Fault("two-digit year", "number-form", *said("示工信发〔2026〕12号", "示工信发〔26〕12号")),
    Fault("number left", "number-align", *styled("gwNumber", "", "§left§")),
    Fault("one line over the number", "number-blank", f"{BLANK}{BLANK}<w:p><w:pPr><w:pStyle w:val=\"gwNumber\"/>",
          f'{BLANK}<w:p><w:pPr><w:pStyle w:val="gwNumber"/>'),
    Fault('no rule', "rule-width", '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="5" w:color="FF0000"/></w:pBdr>',
          ''),
    Fault("black rule", "rule-colour", 'w:space="5" w:color="FF0000"', 'w:space="5" w:color="000000"'),
    Fault("short rule", "rule-width", 'w:color="FF0000"/></w:pBdr>',
          'w:color="FF0000"/></w:pBdr><w:ind w:left="1260" w:right="1260"/>'),
    Fault("rule far down", "rule-gap", 'w:space="5"', 'w:space="20"'),
    Fault("title face", "title-face", *faced("示例市工业和信息化局关于")),
    Fault("title size", "title-size", *sized("示例市工业和信息化局关于", 36)),
    Fault("title left", "title-align", *styled("gwTitle", "", "§left§")),
    Fault("title indented", "title-align", *styled("gwTitle", "", '<w:ind w:firstLine="880"/>')),
    Fault("title's full stop", "title-stop", "申报工作的通知<", "申报工作的通知。<"),
    Fault("one line over the title", "title-blank", f'{BLANK}{BLANK}<w:p><w:pPr><w:pStyle w:val="gwTitle"/>',
          f'{BLANK}<w:p><w:pPr><w:pStyle w:val="gwTitle"/>'),
    Fault("no colon", "addressee-colon", "各有关单位：<", "各有关单位<"),
    Fault("half-width colon", "addressee-colon", "各有关单位：<", "各有关单位:<"),
    Fault("addressee indented", "addressee-indent",
          *styled("gwAddressee", "", '<w:ind w:firstLine="630"/>')),
    Fault("addressee under the title", "addressee-blank",
          f'{BLANK}<w:p><w:pPr><w:pStyle w:val="gwAddressee"/>',
          '<w:p><w:pPr><w:pStyle w:val="gwAddressee"/>'),
    Fault("body face", "body-face", *faced("为贯彻落实促进中小企业特色产业集群")),
    Fault("body size", "body-size", *sized("为贯彻落实促进中小企业特色产业集群", 28), count=1),
    Fault("body flush", "body-indent", *styled("gwBody", "", '<w:ind w:firstLineChars="0" w:firstLine="0"/>')),
    Fault("body block-indented", "body-turnover",
          *styled("gwBody", "", '<w:ind w:left="630" w:firstLineChars="0" w:firstLine="0"/>')),
    Fault("body to the right", "body-align", *styled("gwBody", "", '<w:jc w:val="right"/>')),
    Fault("red words", "colour", f'{HINT}</w:rPr><w:t xml:space="preserve">为贯彻',
          f'{HINT}<w:color w:val="C00000"/></w:rPr><w:t xml:space="preserve">为贯彻'),
    Fault("bold heading", "weight", f'{HINT}</w:rPr><w:t xml:space="preserve">一、申报条件',
          f'{HINT}<w:b/></w:rPr><w:t xml:space="preserve">一、申报条件'),
    Fault("level 1 face", "level-1-face", *faced("一、申报条件")),
    Fault("level 2 face", "level-2-face", *faced("（二）总体要求")),
    Fault("level 3 face", "level-3-face", *faced("1.为贯彻")),
    Fault("level 4 face", "level-4-face", *faced("（1）为贯彻")),
    Fault("一．", "level-form", *said("一、申报条件", "一．申报条件")),
    Fault("（一）、", "level-form", *said("（二）总体要求", "（二）、总体要求")),
    Fault("half-width brackets", "level-form", *said("（二）总体要求", "(二)总体要求")),
    Fault("1、", "level-form", "1.为贯彻", "1、为贯彻"),
    Fault("附件 half-width colon", "enclosure-colon", "附件：1.", "附件:1."),
    Fault("附件 full stop", "enclosure-stop", *said("2.推荐汇总表", "2.推荐汇总表。")),
    Fault('附件 flush', "enclosure-indent", 'w:left="1805" w:rightChars="0" w:right="0" w:firstLineChars="0" w:hangingChars="0" w:hanging="1175"',
          'w:left="1175" w:rightChars="0" w:right="0" w:firstLineChars="0" w:hangingChars="0" w:hanging="1175"'),
    Fault('附件 turnover flush', "enclosure-turnover", 'w:left="1805" w:rightChars="0" w:right="0" w:firstLineChars="0" w:hangingChars="0" w:hanging="1175"',
          'w:left="0" w:rightChars="0" w:right="0" w:firstLineChars="0" w:firstLine="630"'),
    Fault("附件 no empty line", "enclosure-blank",
          f'{BLANK}<w:p><w:pPr><w:pStyle w:val="gwEnclosure"/>',
          '<w:p><w:pPr><w:pStyle w:val="gwEnclosure"/>', count=1),
    Fault("date in Chinese", "date-form", *said("2026年3月5日", "二〇二六年三月五日")),
    Fault("date with zeros", "date-form", *said("2026年3月5日", "2026年03月05日")),
    Fault("no such day", "date-real", *said("2026年3月5日", "2026年2月30日")),
    Fault('date flush right', "sealed-date-indent", 'w:rightChars="400" w:right="1260"',
          'w:rightChars="0" w:right="0"'),
    Fault('name not centred', "sealed-body", 'w:right="622"',
          'w:right="1890"'),
    Fault("note without brackets", "note-brackets", *said("（此件公开发布）", "此件公开发布")),
    Fault("note half-width brackets", "note-brackets", *said("（此件公开发布）", "(此件公开发布)")),
    Fault("note flush", "note-indent", *styled("gwNote", "", '<w:ind w:firstLineChars="0" w:firstLine="0"/>')),
    Fault('annex on the same page', "annex-page", '<w:p><w:pPr><w:pStyle w:val="gwAnnexLabel"/><w:pageBreakBefore/>',
          '<w:p><w:pPr><w:pStyle w:val="gwAnnexLabel"/><w:pageBreakBefore w:val="0"/>'),
    Fault("annex label face", "annex-face", *faced("附件1")),
    Fault("annex label indented", "annex-indent",
          *styled("gwAnnexLabel", '<w:pageBreakBefore/>', '<w:pageBreakBefore/><w:ind w:firstLine="630"/>')),
    Fault("annex title on line 2", "annex-title-line",
          f'{BLANK}<w:p><w:pPr><w:pStyle w:val="gwAnnexTitle"/>',
          '<w:p><w:pPr><w:pStyle w:val="gwAnnexTitle"/>'),
    Fault("annex title left", "annex-title-align", *styled("gwAnnexTitle", "", "§left§")),
    Fault("annex title face", "annex-title-face", *faced("产业集群申报表")),
    Fault("annex title size", "annex-title-size", *sized("产业集群申报表", 32)),
    Fault("annex number", "annex-numbers", *said("附件2", "附件3")),
    Fault("抄送 without stop", "copies-stop", "市政府办公室。<", "市政府办公室<"),
    Fault("抄送 without colon", "copies-colon", "抄送：", "抄送"),
    Fault("版记 size", "colophon-size", *sized("抄送：", 32)),
    Fault("版记 face", "colophon-face", *faced("抄送：")),
    Fault("版记 not indented", "colophon-indent", *styled("gwColophon", "", "§flush§")),
    Fault("印发 with zeros", "printed-form", "2026年3月6日印发", "2026年03月06日印发"),
    Fault("版记 on top", "colophon-place", "<wp:align>bottom</wp:align>", "<wp:align>top</wp:align>"),
    Fault("版记 thick rules", "colophon-thick", 'w:sz="8" w:space="0" w:color="000000"',
          'w:sz="24" w:space="0" w:color="000000"'),
    Fault("版记 middle rule", "colophon-thin", 'w:sz="6" w:space="0" w:color="000000"',
          'w:sz="18" w:space="0" w:color="000000"'),
    Fault("版记 no last rule", "colophon-rules",
          '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>', ""),
    Fault("版记 narrow", "colophon-rules", '<w:gridCol w:w="8845"/>', '<w:gridCol w:w="7000"/>'),
    Fault("numbers alike on odd and even", "page-number-side", "<w:evenAndOddHeaders/>", "", SETTINGS),
    Fault("odd number centred", "page-number-side", *styled("gwPageOdd", "", '<w:jc w:val="center"/>'), ODD),
    Fault("even number right", "page-number-side", *styled("gwPageEven", "", '<w:jc w:val="right"/>'), EVEN),
    Fault("number at the edge", "page-number-indent", *styled("gwPageOdd", "", "§flush§"), ODD),
    Fault("hyphens", "page-number-dash", "— ", "- ", ODD),
    Fault("bare number", "page-number-dash", "—", "", EVEN),
    Fault("number in Times", "page-number-face", '<w:rFonts w:hint="eastAsia"/>',
          '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>', ODD),
    Fault("number in 小五", "page-number-size", '<w:rFonts w:hint="eastAsia"/>',
          '<w:rFonts w:hint="eastAsia"/><w:sz w:val="18"/>', ODD),
    Fault("footer too low", "page-number-gap", 'w:footer="1431"', 'w:footer="850"'),
    Fault("no page number", "page-number", "PAGE", "TIME", ODD),
    Fault('annex counts anew', "page-number-through", 'w:orient="landscape"/>',
          'w:orient="landscape"/><w:pgNumType w:start="1"/>'),
    Fault("table too wide", "table-width", '<w:gridCol w:w="9581"/>', '<w:gridCol w:w="12581"/>'),
)  # fmt: skip
LOOKS = {
    "§left§": '<w:jc w:val="left"/>',
    "§flush§": '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" w:hangingChars="0" '
    'w:hanging="0"/>',
}


def written(fault: Fault) -> Fault:
    new = fault.new
    for sign, look in LOOKS.items():
        new = new.replace(sign, look)
    return replace(fault, new=new)


def rules(content: bytes) -> list[str]:
    return [finding.rule.removeprefix("gongwen/") for finding in check_format(content)]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("sealed", [True, False])
def test_a_good_notice_has_no_findings(profile: Profile, sealed: bool) -> None:
    assert check_format(build(notice(profile, sealed=sealed))) == ()


@pytest.mark.parametrize(
    "signers", [("张某某",), ("张某某", "李某某"), ("张某某", "李某某", "王某某")]
)
def test_a_good_request_has_no_findings(signers: tuple[str, ...]) -> None:
    assert check_format(build(upward(signers))) == ()


@pytest.mark.parametrize("serial", ["", "000001"])
def test_a_good_letter_has_no_findings(serial: str) -> None:
    assert check_format(build(letter(serial))) == ()


LETTER_FAULTS = (
    Fault("letter with 文件", "letter-mark", ">示例市工业和信息化局</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"gwNumber\"/>",
          ">示例市工业和信息化局文件</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"gwNumber\"/>"),
    Fault("number on page 1", "letter-page-number", "<w:titlePg/>", ""),
    Fault("black double rule", "rule-colour", 'w:space="3" w:color="FF0000"', 'w:space="3" w:color="000000"'),
    Fault("no double rule", "letter-rule-width", 'w:val="thickThinSmallGap"', 'w:val="none"'),
    Fault("letter number", "number-form", "示工信函〔2026〕8号", "示工信函（2026）8号"),
)  # fmt: skip


@pytest.mark.parametrize("fault", LETTER_FAULTS, ids=lambda fault: fault.name)
def test_one_fault_in_a_letter(fault: Fault) -> None:
    assert set(rules(broken(build(letter()), fault))) == {fault.rule}


def test_a_signer_in_the_wrong_face() -> None:
    fault = Fault("signer", "signer-face", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="宋体"')
    assert set(rules(broken(build(upward()), fault))) == {"signer-face"}


def test_an_unsealed_name_at_the_edge() -> None:
    document = notice(sealed=False)
    indents = elements.signature_indents("示例市工业和信息化局", "2026年3月5日", sealed=False)
    moved = tuple(
        replace(block, indent=(0, 0, block.indent[2] - indents[0]))
        if isinstance(block, Paragraph) and block.indent and "不盖章" in block.style
        else block
        for block in document.blocks
    )
    assert rules(build(replace(document, blocks=moved))) == ["unsealed-body-indent"]


def test_a_page_without_text_is_not_to_be_announced() -> None:
    fault = Fault("page", "no-text-page", "；请认真抓好落实。", "（此页无正文）。")
    (finding,) = check_format(broken(GOOD, fault))
    assert (finding.rule, finding.severity) == ("gongwen/no-text-page", Severity.NOTE)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_one_fault_gives_its_finding_and_no_other(fault: Fault) -> None:
    assert set(rules(broken(GOOD, written(fault)))) == {fault.rule}


def test_the_faults_are_many_and_every_one_has_another_name() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 40


def test_a_finding_says_where_by_what_clause_and_how_strong() -> None:
    fault = Fault("date", "date-form", *said("2026年3月5日", "二〇二六年三月五日"))
    (finding,) = check_format(broken(GOOD, fault))
    assert finding.severity is Severity.ERROR
    assert finding.part == "正文"
    assert finding.paragraph > 20
    assert finding.quote == "二〇二六年三月五日"
    assert finding.basis == "GB/T 9704-2012 第7.3.5.4条（规定）"
    assert finding.strength == "规定"


def test_both_readings_of_37_mm_pass_but_not_against_the_other_one() -> None:
    other = check_format(build(notice(PROFILES["gbt33476"])), GBT9704)
    assert {f.rule for f in other} == {
        "gongwen/margin-top",
        "gongwen/margin-bottom",
        "gongwen/lines",
    }


def test_a_theme_face_beats_the_explicit_face_at_the_same_place() -> None:
    fault = Fault(
        "theme", "body-face", 'w:eastAsia="仿宋_GB2312"',
        'w:eastAsia="仿宋_GB2312" w:eastAsiaTheme="minorEastAsia"', STYLES,
    )  # fmt: skip
    assert check_format(broken(GOOD, fault)) == ()  # no theme part: the explicit face stands


def test_a_departure_of_a_unit_is_not_a_finding() -> None:
    fault = Fault("bold", "weight", f"{HINT}{HEAD1}", f"{HINT}<w:b/>{HEAD1}")
    content = broken(GOOD, fault)
    assert rules(content) == ["weight"]
    assert check_format(content, replace(GBT9704, skipped=frozenset({"weight"}))) == ()


def test_a_unit_that_wants_other_headings_gets_them_judged() -> None:
    profile = replace(GBT9704, departures={"level-1-face": "楷体"})
    assert {f.rule for f in check_format(GOOD, profile)} == {"gongwen/level-1-face"}


def boxed(content: bytes, *, mark: bool) -> bytes:
    """The letter with its number, or its mark too, in text boxes, as letter paper often has them."""
    parts = unzipped(content)
    text = parts["word/document.xml"].decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", text, re.S)[:2]
    bare = re.sub(r"<w:framePr[^>]*/>|<w:pBdr>.*?</w:pBdr>", "", paragraphs[0])

    def box(inner: str) -> str:
        return (
            '<w:p><w:r><w:drawing><wp:anchor><wp:positionV relativeFrom="page"><wp:posOffset>9</wp:posOffset>'
            f"</wp:positionV><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent>"
            "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
        )

    drawn = (box(bare) if mark else bare) + box(paragraphs[1])
    text = text.replace("".join(paragraphs), drawn, 1)
    return zipped({**parts, "word/document.xml": text.encode()})


@pytest.mark.parametrize("mark", [True, False])
def test_a_letter_drawn_in_text_boxes_is_a_letter(mark: bool) -> None:
    content = boxed(build(letter()), mark=mark)
    assert inspect(content).is_letter
    assert check_format(content) == ()


def test_a_notice_whose_number_is_in_a_box_is_none() -> None:
    assert not inspect(boxed(build(notice()), mark=False)).is_letter


def test_a_landscape_page_has_its_number_where_the_others_have_it() -> None:
    good = build(notice())
    assert check_format(good) == ()
    text = unzipped(good)["word/document.xml"].decode()
    turned = re.findall(r'<w:footerReference[^>]*r:id="([^"]+)"', text)
    fault = Fault("landscape", "", f'r:id="{turned[2]}"', f'r:id="{turned[0]}"')
    (found,) = check_format(broken(good, fault))
    assert (found.rule, found.severity) == ("gongwen/table-page-number", Severity.NOTE)
    alone = build(Document((Section(landscape=True), *elements.body("表。"))))
    assert "table-page-number" not in str(check_format(alone))


def test_an_order_and_minutes_are_not_judged_as_a_notice() -> None:
    order = Document(
        (
            Paragraph("示例省人民政府令", "公文发文机关标志", size=50),
            Blank(2),
            Paragraph("第12号", "公文发文字号"),
            Blank(2),
            *elements.body(f"{SENTENCE}。"),
            Blank(2),
            Paragraph("省　长　　张示例", "公文署名"),
            Paragraph("2026年3月9日", "公文成文日期"),
        )
    )
    assert check_format(build(order)) == ()
    minutes = Document(
        (
            *elements.title("研究促进中小企业发展有关工作", 0),
            *elements.body(f"{SENTENCE}。", "出席：张示例。"),
        ),
        head=Head("示例市人民政府常务会议纪要", "〔2026〕3号"),
    )
    assert check_format(build(minutes)) == ()
