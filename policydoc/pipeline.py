"""The stages in order: read → parse → extract → align → compare → publish; lint, assess, generate.

Read this file first. Stages never import each other; only this module knows their order. What a
name stands for (a file, a policy, a case) is the business of `locating`.
Heavy stages are imported when they are called, so that `parse` stays fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from policydoc.chinese.characters import escaped
from policydoc.errors import ReadError, SettingsError
from policydoc.locating import (
    case_file,
    example_of,
    open_source,
    review_notes,
    uri_of,
    word_file,
)
from policydoc.model import (
    Alignment,
    Case,
    Comparison,
    Finding,
    Identity,
    Policy,
    Redline,
    Repeal,
    Review,
    Source,
    Verdict,
)
from policydoc.model.names import told_apart
from policydoc.plugins import Context, Extractor, Report, Rule, Writer, discover, find
from policydoc.workspace import iter_ids, iter_policy_files, read_toml


def read(path: str | Path) -> Source:
    """Read a file by its content; see `policydoc.readers`."""
    from policydoc.readers import read as read_file

    return read_file(Path(path))


def read_with_bytes(path: Path) -> tuple[bytes, Source]:
    """A file's bytes and what was read from those very bytes."""
    from policydoc.readers import content_of, from_bytes

    content = content_of(path)
    return content, from_bytes(content, path.name)


def parse(source: Source, identity: Identity | None = None) -> Policy:
    """Parse a source into its article tree; raises nothing about text.

    Args:
        source: What `read` returned.
        identity: What is known beside the text; what the text says of itself wins.
    """
    from policydoc.parser import parse as parse_source

    return parse_source(source, identity)


def open_policy(name: str | Path) -> Policy:
    """Read and parse a file, the policy of that id, or standard input (-); no facts yet.

    Raises:
        ReadError: Neither a file nor the id of a policy.
        SettingsError: The policy.toml of that id is wrong.
    """
    return parse(*open_source(name))


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of a folder: its type in Chinese and its policy, or why there is none."""

    name: str
    kind: str = ""
    policy: Policy | None = None
    fault: str = ""


def open_folder(folder: str | Path) -> Iterator[tuple[int, Opened]]:
    """Each real file below a folder, parsed, with how many files there are.

    Raises:
        ReadError: The folder cannot be opened, or holds nothing to read.
    """
    from policydoc.readers import files_in

    found = files_in(Path(folder))
    if not found:
        shown = escaped(str(folder))
        raise ReadError(f"{shown} 是文件夹，里面没有可以读取的文件，请指定文件。", subject=shown)
    for item in found:
        yield len(found), _opened(item.path, item.shown, item.fault)


def _opened(path: Path, shown: str, fault: str) -> Opened:
    if fault:
        return Opened(shown, fault=f"{shown}：{fault}。")
    try:
        source = read(path)
    except ReadError as error:
        return Opened(shown, fault=error.message)
    return Opened(shown, source.kind, parse(source, Identity(id=escaped(path.stem))))


def load(name: str | Path) -> Policy:
    """Read, parse and extract: a path, or the id of a folder under policies/."""
    return extract(open_policy(name))


def parse_text(text: str, name: str = "text") -> Policy:
    """Parse text already in hand; never raises about text. Facts are not extracted."""
    from policydoc.readers import from_text

    return parse(from_text(text, name), Identity(id=name))


def extract(policy: Policy) -> Policy:
    """The policy with its facts, in reading order."""
    bare = replace(policy, facts=())
    found = [
        fact
        for extractor in discover("policydoc.extractors", Extractor).values()
        for fact in extractor.extract(bare)
    ]
    from policydoc.extractors import in_order

    return replace(policy, facts=in_order(bare, found))


def align(left: Policy, right: Policy, links: str | Path | None = None) -> Alignment:
    """Pair the provisions of two policies by content; see `policydoc.alignment`.

    Args:
        left: The lead text: the superior, or the older version.
        right: The other text.
        links: A TOML file of a person's links, which override what is found.

    Raises:
        SettingsError: The file of links is wrong.
    """
    from policydoc.alignment import align as align_policies
    from policydoc.alignment import links_from

    given = () if links is None else links_from(read_toml(Path(links)), str(links))
    return align_policies(left, right, given)


def compare(
    policies: Sequence[Policy], *, every_lead: bool = False, links: str | Path | None = None
) -> Comparison:
    """Compare two or more policies; the first is the lead text.

    Args:
        policies: At least two; where two have one id, the later gets a number (`draft~2`).
        every_lead: Compare with each other one as the lead too, for a reader to choose from.
        links: A TOML file of a person's links, as in `align`.
    """
    named = told_apart(policies)
    known: dict[tuple[str, str], Alignment] = {}
    first, *others = (
        _compare_with_lead((named[n], *named[:n], *named[n + 1 :]), links, known)
        for n in (range(len(named)) if every_lead else range(1))
    )
    return replace(first, by_lead=tuple(others))


def _compare_with_lead(
    policies: tuple[Policy, ...],
    links: str | Path | None,
    known: dict[tuple[str, str], Alignment],
) -> Comparison:
    """Compare with the first as the lead; what `known` holds from its other side is turned."""
    from policydoc.alignment import group_rest, turned
    from policydoc.comparison import compare as compare_policies

    lead, *others = policies
    for other in others:
        names = lead.identity.id, other.identity.id
        seen = known.get(names[::-1])
        known[names] = align(lead, other, links) if seen is None else turned(seen, lead)
    alignments = tuple(known[lead.identity.id, other.identity.id] for other in others)
    return compare_policies(policies, alignments, group_rest(others, alignments))


def redline(left: str | Path, right: str | Path) -> Redline:
    """Two versions of one text, named as for `open_policy`: `right` against `left`.

    Raises:
        ReadError: Neither a file nor the id of a policy.
    """
    from policydoc.comparison.redline import redline as redline_texts

    opened = open_source(left), open_source(right)
    return redline_texts(*((source, parse(source, identity)) for source, identity in opened))


def lint(
    policy: Policy,
    against: Sequence[Policy] = (),
    settings: Mapping[str, object] | None = None,
    batch: Sequence[Policy] = (),
    peers: Sequence[Policy] = (),
    repeals: Sequence[Repeal] = (),
) -> tuple[Finding, ...]:
    """Review a draft, alone, against superiors or with others of its batch; see `policydoc.rules`.

    Args:
        policy: The draft, with its facts.
        against: Its superiors, with their facts.
        settings: Local caps.
        peers: Other texts at hand, facts or none: what they repeal, and where they bind the same.
        repeals: Rules no longer in force, beside those of policies/repealed.toml.
    """
    from policydoc.rules import run
    from policydoc.rules._levels import is_peer
    from policydoc.rules._repeals import to_repeals

    files = iter_policy_files("repealed.toml")
    known = [repeal for path in files for repeal in to_repeals(read_toml(path), str(path))]
    equals = [peer for peer in peers if is_peer(policy, peer)]
    context = Context(
        superiors=tuple(against),
        comparisons=tuple(compare([policy, superior]) for superior in against),
        settings=dict(settings or {}),
        batch=tuple(batch),
        peers=tuple(peers),
        peer_comparisons=tuple(compare([policy, extract(peer)]) for peer in equals),
        repeals=(*repeals, *known),
    )
    return run(policy, discover("policydoc.rules", Rule), context)


def _peers(policy: Policy, against: Sequence[Policy]) -> Iterator[Policy]:
    """The other texts of the workspace, parsed; one that cannot be opened is no obstacle."""
    seen = {policy.identity.id, *(superior.identity.id for superior in against)}
    for name in iter_ids("policies", "policy.toml"):
        try:
            peer = open_policy(name) if name not in seen else policy
        except (ReadError, SettingsError):
            continue
        if peer.sha256 != policy.sha256:
            yield peer


def review(
    policy: Policy,
    against: Sequence[Policy] = (),
    notes: str | Path | None = None,
    original: bytes = b"",
    source: Source | None = None,
    uri: str = "",
    batch: Sequence[Policy] = (),
) -> Review:
    """The draft with its findings, ready to be published.

    Args:
        policy: The draft, with its facts.
        against: Its superiors.
        notes: A TOML file with `[settings]` of the rules (local caps), `[[accept]]` entries, and
            `[[repealed]]` ones, rules no longer in force.
        original: The draft's own .docx, for the copies with comments and with changes.
        source: What was read, for reports that count lines and columns.
        uri: Where the draft lies, as a URI reference.
        batch: The other documents of its batch, with which names and targets must agree.

    Raises:
        SettingsError: The file is not as described.
    """
    from policydoc.rules._accepted import acceptances, settle
    from policydoc.rules._catalogue import explain
    from policydoc.rules._repeals import to_repeals

    table = read_toml(Path(notes)) if notes is not None else {}
    settings = table.get("settings", {})
    findings = lint(
        policy,
        against,
        settings if isinstance(settings, dict) else {},
        batch,
        tuple(_peers(policy, against)),
        to_repeals(table, str(notes)),
    )
    settled = settle(findings, acceptances(table, str(notes)))
    named = {finding.rule for finding in settled}
    rules = discover("policydoc.rules", Rule)
    explanations = tuple(explain(name, rules[name]) for name in rules if name in named)
    return Review(policy, tuple(against), settled, original, source, uri, explanations)


def review_draft(
    name: str | Path, against: Sequence[Policy] = (), batch: Sequence[Policy] = ()
) -> Review:
    """Review the draft of that name with the notes beside it, ready to be given back in place.

    A draft in several encodings is reviewed too: its first finding says so (docs/adr/0022).

    Raises:
        ReadError: Neither a file nor the id of a policy.
        SettingsError: The notes are not as described.
    """
    source, identity = open_source(name, mend=True)
    draft = extract(parse(source, identity))
    notes, original = review_notes(name), word_file(name)
    return review(draft, against, notes, original, source, uri_of(name), batch)


def corrected(review: Review) -> bytes:
    """The draft as .docx with every certain, mechanical mend as a tracked change."""
    from policydoc.reports._review_word import corrected as correct

    return correct(review)


def review_summary(review: Review) -> bytes:
    """The findings of a review as a Word table."""
    from policydoc.reports._review_word import summary

    return summary(review)


def rule_catalogue() -> str:
    """All review rules as Markdown in Chinese: severity, basis, an example and what is said of it."""
    from policydoc.rules._catalogue import Example, catalogue

    def said(example: Example) -> str:
        draft = parse_text(example.plain, "draft")
        identity = replace(draft.identity, **dict[str, Any](example.settings))
        policy = extract(replace(draft, identity=identity))
        superiors, batch = (
            [extract(parse_text(text, "batch"))] if text else []
            for text in (example.superior, example.batch)
        )
        findings = lint(policy, superiors, batch=batch)
        found = [finding.message for finding in findings if finding.rule == example.rule]
        return found[0] if found else ""

    return catalogue(discover("policydoc.rules", Rule), said)


def open_case(name: str | Path, policy: str = "") -> Case:
    """Read a case: a .toml, .json or .xlsx file, or the example of the template of that name.

    With the id of a `policy`, an example says what it has for that policy (example.<id>.toml).

    Raises:
        ReadError: Neither a file nor the name of a template with an example.
        SettingsError: The file's values are wrong or cannot be true; all faults are named.
    """
    from policydoc.assessment.cases import read_case

    return read_case(case_file(name), example_of, policy)


def assess(policy: Policy, case: Case) -> tuple[Verdict, ...]:
    """Judge a case by the criteria of a policy; see `policydoc.assessment`."""
    from policydoc.assessment import assess as assess_case

    return assess_case(policy, case)


def generate(template: str, policy: Policy, case: Case, *, draft: bool = False) -> bytes:
    """Fill a Word template from a policy and a case; see `policydoc.generation`.

    With `draft`, what is missing is printed as 【待填：…】 instead of refused.
    """
    from policydoc.generation import generate as generate_document
    from policydoc.generation import planned_case

    planned = assess(policy, planned_case(case)) if case.plan else ()
    return generate_document(template, policy, case, assess(policy, case), planned, draft=draft)


def proofread(
    documents: Sequence[bytes], policy: Policy, *, one_case: bool = True
) -> tuple[tuple[Policy, tuple[Finding, ...]], ...]:
    """Each document just generated, as read again, with what the rules on forms find in it.

    Figures, names, years, gates and signatures, held against the policy; documents of `one_case`
    also against each other.
    """
    from policydoc.readers import from_bytes
    from policydoc.rules import run

    read = [extract(parse(from_bytes(content, "document.docx"))) for content in documents]
    rules = {n: r for n, r in discover("policydoc.rules", Rule).items() if r.group == "I"}
    return tuple(
        (one, run(one, rules, Context((policy,), batch=(*read[:n], *read[n + 1 :]))))
        if one_case
        else (one, run(one, rules, Context((policy,))))
        for n, one in enumerate(read)
    )


def iter_forms() -> Iterator[tuple[str, str]]:
    """The Word forms under templates/ as (name, Chinese title), in the order of their names."""
    from policydoc.generation.fields import form_names, open_form

    for name in form_names():
        yield name, open_form(name).title


def fill_in_form(
    template: str,
    policy: str | Path | None = None,
    *,
    year: int | None = None,
    filled: bool = False,
    path: str = "数据表.xlsx",
) -> bytes:
    """The Excel file a clerk fills in for a template, with the policy's thresholds beside it.

    Args:
        year: The last full year asked; by default that of the template's example.
        filled: Put the example's values in.
        path: The name it will have, for the command shown in its guide.
    """
    from policydoc.generation import fill_in_form as make

    known = load(policy) if policy is not None else None
    example = open_case(template, known.identity.id if known is not None else "")
    return make(template, known, example, year=year, filled=filled, path=path)


def write(policy: Policy, format_name: str) -> bytes:
    """One policy as json, akn, markdown or outline."""
    return find("policydoc.writers", Writer, format_name).write(policy)


def publish(subject: Comparison | Review | Redline, format_name: str, *, page: str = "") -> bytes:
    """A comparison, a review or a redline in one of the report formats.

    Args:
        subject: What to show.
        format_name: A module of `policydoc.reports`, with hyphens.
        page: The name of the HTML page that will lie beside it, for formats that link there.

    Raises:
        ValueError: That format cannot show such a subject.
    """
    report = find("policydoc.reports", Report, format_name)
    if isinstance(subject, Comparison) and page and report.linked is not None:
        return report.linked(subject, page)
    if isinstance(subject, Comparison) and report.comparison is not None:
        return report.comparison(subject)
    if isinstance(subject, Review) and report.review is not None:
        return report.review(subject)
    if isinstance(subject, Redline) and report.redline is not None:
        return report.redline(subject)
    raise ValueError(f"{format_name} does not show a {type(subject).__name__}")
