"""Where a rule looks: the printed words of a policy, and findings at exact words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from policydoc.model import (
    Fact,
    Finding,
    Kind,
    Policy,
    Provision,
    Severity,
    by_eid,
    iter_policies,
    iter_within,
    own_words,
    walk,
)
from policydoc.plugins import Context

UNSIGNED = ""
MANY_ARTICLES = 20


def found(
    provision: Provision | None,
    start: int,
    end: int,
    message: str,
    suggestion: str = "",
    *,
    related: tuple[tuple[str, str, str], ...] = (),
    severity: Severity | None = None,
    certain: bool = True,
    fix: str | None = None,
) -> Finding:
    """A finding at `own_words[start:end]` of a provision (None: the text as a whole).

    `severity` overrides that of the rule for this one finding.
    """
    return Finding(
        rule=UNSIGNED if severity is None else "own",
        severity=severity or Severity.NOTE,
        message=message,
        eid=provision.eid if provision else "",
        quote=own_words(provision)[start:end] if provision else "",
        start=start,
        end=end,
        span=provision.span if provision else None,
        suggestion=suggestion,
        related=related,
        certain=certain,
        fix=fix,
    )


def mended(
    provision: Provision, start: int, end: int, message: str, right: str, *, certain: bool = True
) -> Finding:
    """A finding whose mend is mechanical: the quote is to read `right`."""
    return found(provision, start, end, message, right, fix=right, certain=certain)


def whole(provision: Provision, message: str, suggestion: str = "") -> Finding:
    """A finding on all of a provision's words (its label or heading where it has no text)."""
    finding = found(provision, 0, len(provision.text), message, suggestion)
    if provision.text:
        return finding
    return replace(finding, quote=provision.num + provision.heading)


def iter_texts(policy: Policy) -> Iterator[Provision]:
    """Every provision with words of its own, in reading order, attachments included."""
    return (provision for provision in walk(policy) if provision.text)


def iter_matches(
    policy: Policy, pattern: re.Pattern[str]
) -> Iterator[tuple[Provision, re.Match[str]]]:
    """Every match of `pattern` in the words of the policy."""
    for provision in iter_texts(policy):
        for match in pattern.finditer(provision.text):
            yield provision, match


def iter_facts(policy: Policy) -> Iterator[tuple[Provision, Fact]]:
    """Every fact with the provision whose words it quotes."""
    provisions = by_eid(policy)
    return ((provisions[fact.eid], fact) for fact in policy.facts)


def iter_lists(policy: Policy) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    """Every lead-in with its items （一）（二）…"""
    for provision in walk(policy):
        items = tuple(c for c in provision.children if c.kind is Kind.SUBPARAGRAPH)
        if not items and (provision.heading + provision.text).rstrip().endswith(("：", ":")):
            # 五、禁止进入下列场所：（一）… in a text without articles.
            items = tuple(
                c for c in provision.children if c.kind is Kind.LEVEL and c.num[:1] in ("（", "(")
            )
        if items:
            yield provision, items


def iter_articles(policy: Policy) -> Iterator[Provision]:
    """The articles of the policy itself, without those of its attachments."""
    return (provision for provision in iter_within(policy.body) if provision.kind is Kind.ARTICLE)


def titles(policy: Policy) -> tuple[str, ...]:
    """The titles of the policy and its attachments."""
    return tuple(part.identity.title for part in iter_policies(policy) if part.identity.title)


def at_matches(
    pattern: re.Pattern[str], message: str, suggestion: str = "", *, group: int = 0
) -> Callable[[Policy, Context], Iterator[Finding]]:
    """The check of a rule that one pattern tells: a finding at every match, or at its `group`.

    In `message` and `suggestion`, {0} is the match and {1} its first group.
    """

    def check(policy: Policy, context: Context) -> Iterator[Finding]:
        for provision, match in iter_matches(policy, pattern):
            words = (match[0], *match.groups(default=""))
            yield found(
                provision,
                match.start(group),
                match.end(group),
                message.format(*words),
                suggestion.format(*words),
            )

    return check


def runs_paragraphs_together(policy: Policy) -> bool:
    """Is the text long and no article has two 款? Then a copy has lost where they begin."""
    articles = list(iter_articles(policy.operative))
    return len(articles) >= MANY_ARTICLES and not any(
        sum(child.kind is Kind.PARAGRAPH for child in article.children) > 1 for article in articles
    )


def first_of(
    matches: Iterable[tuple[Provision, re.Match[str]]],
    message: str,
    suggestion: str = "",
    *,
    certain: bool = True,
) -> Iterator[Finding]:
    """One finding at the first of many like places; `message` may use {count} and {words}."""
    places = list(matches)
    for provision, match in places[:1]:
        said = message.format(count=len(places), words=match[0])
        yield found(provision, match.start(), match.end(), said, suggestion, certain=certain)


def replacing(
    words: Iterable[tuple[str, str, str]],
) -> Callable[[Policy, Context], Iterator[Finding]]:
    """The check of a rule on words: a finding for each (pattern, right words, message)."""
    patterns = [(re.compile(pattern), right, message) for pattern, right, message in words]

    def check(policy: Policy, context: Context) -> Iterator[Finding]:
        for pattern, right, message in patterns:
            for provision, match in iter_matches(policy, pattern):
                new = match.expand(right)
                yield mended(provision, match.start(), match.end(), message, new)

    return check
