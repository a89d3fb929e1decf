"""The tree as Akoma Ntoso 3.0 XML (OASIS LegalDocML); kinds and eIds are those of the tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policydoc.model import Kind, Policy, Provision
from policydoc.plugins import Writer

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
UNDATED = "0001-01-01"  # the schema wants a date; `name` says that the text gives none


def _write(policy: Policy) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<akomaNtoso xmlns="{NAMESPACE}">',
        *_act(policy, policy, "main"),
        "</akomaNtoso>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _act(policy: Policy, outer: Policy, name: str) -> Iterator[str]:
    yield f"<act name={_quoted(policy.identity.genre or 'act')}>"
    yield from _meta(outer, name)
    yield from _zone("preface", _preface(policy))
    yield from _zone("preamble", _blocks(policy.preamble))
    yield "<body>"
    body = list(_elements(policy.body))
    yield from body or ['<hcontainer name="empty"><content><p/></content></hcontainer>']
    yield "</body>"
    yield from _zone("conclusions", _blocks(policy.conclusions))
    if policy.attachments:
        yield "<attachments>"
        for number, annex in enumerate(policy.attachments, start=1):
            yield f'<attachment eId="att_{number}">'
            yield from _act(annex, outer, f"att_{number}")
            yield "</attachment>"
        yield "</attachments>"
    yield "</act>"


def _meta(policy: Policy, name: str) -> Iterator[str]:
    """Work, expression and manifestation; what the text does not say is named undated or unknown."""
    identity = policy.identity
    iso = identity.issued or UNDATED
    prefix = "" if name == "main" else f"{name}__"
    kind = "issued" if identity.issued else "undated"
    number = re.sub(r"[^\w-]+", "-", identity.id or identity.number or "text").strip("-") or "text"
    work = f"/akn/cn/act/{iso}/{number}"
    yield '<meta><identification source="#' + prefix + 'policydoc">'
    for level, uri in (
        ("Work", work), ("Expression", f"{work}/zho@{iso}"), ("Manifestation", f"{work}/zho@{iso}.xml"),
    ):  # fmt: skip
        yield f"<FRBR{level}>"
        yield f"<FRBRthis value={_quoted(f'{uri}/!{name}')}/>"
        yield f"<FRBRuri value={_quoted(uri)}/>"
        yield f'<FRBRdate date="{iso}" name="{kind}"/>'
        yield f'<FRBRauthor href="#{prefix}{"issuer_1" if identity.issuers else "unknown"}"/>'
        yield {
            "Work": '<FRBRcountry value="cn"/>',
            "Expression": '<FRBRlanguage language="zho"/>',
        }.get(level, '<FRBRformat value="application/akn+xml"/>')
        yield f"</FRBR{level}>"
    yield '</identification><references source="#' + prefix + 'policydoc">'
    names = list(enumerate(identity.issuers, start=1))
    for place, issuer in names:
        show = _quoted(issuer)
        yield f'<TLCOrganization eId="{prefix}issuer_{place}" href="/akn/ontology/organization/cn/issuer_{place}" showAs={show}/>'
    if not names:
        yield f'<TLCOrganization eId="{prefix}unknown" href="/akn/ontology/organization/cn/unknown" showAs="未载明"/>'
    yield f'<TLCOrganization eId="{prefix}policydoc" href="/akn/ontology/organization/policydoc" showAs="policydoc"/>'
    yield "</references></meta>"


def _legal(text: str) -> str:
    """Text without the characters that XML forbids."""
    return ILLEGAL.sub("\ufffd", text)


def _words(text: str) -> str:
    return _legal(text).translate(MARKS)


def _quoted(text: str) -> str:
    return f'"{_legal(text).translate(MARKS)}"'


def _zone(name: str, blocks: Iterable[str]) -> Iterator[str]:
    inside = list(blocks)
    if inside:
        yield f"<{name}>"
        yield from inside
        yield f"</{name}>"


def _preface(policy: Policy) -> Iterator[str]:
    for provision in policy.preface:
        if provision.kind is not Kind.TITLE:
            yield from _blocks((provision,))
            continue
        if provision.num:
            yield f"<p>{_words(provision.num)}</p>"
        title = f"<docTitle>{_words(provision.text)}</docTitle>"
        yield f"<longTitle eId={_quoted(provision.eid)}><p>{title}</p></longTitle>"


def _blocks(provisions: Iterable[Provision]) -> Iterator[str]:
    """Provisions outside the body: paragraphs and tables."""
    for provision in provisions:
        if provision.kind is Kind.TABLE:
            yield _table(provision)
        else:
            words = provision.num + provision.heading + provision.text
            yield f"<p eId={_quoted(provision.eid)}>{_words(words)}</p>"


def _elements(provisions: Iterable[Provision]) -> Iterator[str]:
    for provision in provisions:
        if provision.kind is Kind.TABLE:
            yield f'<hcontainer name="table"><content>{_table(provision)}</content></hcontainer>'
            continue
        tag = provision.kind.value
        yield f"<{tag} eId={_quoted(provision.eid)}>"
        if provision.num:
            yield f"<num>{_words(provision.num)}</num>"
        if provision.heading:
            yield f"<heading>{_words(provision.heading)}</heading>"
        yield from _inside(provision)
        yield f"</{tag}>"


def _inside(provision: Provision) -> Iterator[str]:
    if not provision.children:
        yield f"<content><p>{_words(provision.text + provision.wrap_up)}</p></content>"
        return
    if provision.text:
        yield f"<intro><p>{_words(provision.text)}</p></intro>"
    yield from _elements(provision.children)
    if provision.wrap_up:
        yield f"<wrapUp><p>{_words(provision.wrap_up)}</p></wrapUp>"


def _table(provision: Provision) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td><p>{_words(cell)}</p></td>" for cell in row) + "</tr>"
        for row in provision.rows
    )
    return f"<table eId={_quoted(provision.eid)}>{rows}</table>"


WRITER = Writer(".xml", _write)
