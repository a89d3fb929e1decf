"""From scores to pairs: the best choice, what was merged or split, what is only suggested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policydoc.alignment.likeness import cosine, grams, weigh
from policydoc.alignment.matching import best_matching
from policydoc.alignment.partial import Answer, Remains, absorbed, answers
from policydoc.alignment.relations import moved_pairs, relation_of
from policydoc.alignment.scoring import Scored, scored
from policydoc.alignment.side import Side
from policydoc.model import Alignment, Pair, Relation

FLOOR = 0.2
OWN_FLOOR = 0.1
WEAK = 0.3
PLAIN = 0.55
ALIKE = 0.28
FEW = 0.5
STRANGE = 0.25
OTHER_ROLE = "用语相近，但职责性质不同，请人工核定"
STRANGERS = "两份文件的主题不同，多数条文没有对应，请核对是否选错了文件。"
NOTHING = "{}没有可供对应的条文。"


def paired(left: Side, right: Side) -> Alignment:
    """The pairs of two sides as the system finds them."""
    measured = scored(left, right)
    chosen = chosen_pairs(measured)
    strangers = _are_strangers(measured, chosen)
    if strangers:
        # Every policy has an entry into force; of strangers only such plain agreements count.
        chosen = {i: j for i, j in chosen.items() if measured.own.get((i, j), 0.0) >= PLAIN}
    remains = Remains(left, right, measured)
    chosen, merged, split = _with_parts(measured, chosen, remains)
    busy = {i for i, _ in merged}, {j for _, j in split}
    lonely = (
        [i for i in range(len(left.units)) if i not in chosen and i not in busy[0]],
        [j for j in range(len(right.units)) if j not in chosen.values() and j not in busy[1]],
    )
    pairs = [
        *_certain(measured, chosen, merged + split, left, right),
        *(alone(left, i, 0) for i in lonely[0]),
        *(alone(right, j, 1) for j in lonely[1]),
    ]
    if not strangers:
        offered = [_suggested(answer, left, right) for answer in answers(remains, chosen, lonely)]
        known = {(pair.left[0], pair.right[0]) for pair in offered}
        doubtful = _other_roles(measured, lonely, left, right)
        pairs += offered + [p for p in doubtful if (p.left[0], p.right[0]) not in known]
    return Alignment(
        left.policy.identity.id,
        right.policy.identity.id,
        in_order(pairs, left, right),
        tuple(measured.legend),
        tuple(_notes(left, right, strangers)),
    )


def _are_strangers(measured: Scored, chosen: dict[int, int]) -> bool:
    """Whether two texts have different subjects: few words in common, and few pairs."""
    least = min(len(measured.left), len(measured.right))
    if not least or len(chosen) >= FEW * least:
        return False
    bags = [grams("\n".join(texts)) for texts in (measured.left, measured.right)]
    vectors = [weigh(bag, dict.fromkeys(bag, 1.0)) for bag in bags]
    return cosine(*vectors) < STRANGE


def _with_parts(
    measured: Scored, chosen: dict[int, int], remains: Remains
) -> tuple[dict[int, int], list[tuple[int, int]], list[tuple[int, int]]]:
    """The choice without pairs that a host beats, and the merged and the split parts."""
    weak = {i for i, j in chosen.items() if measured.own.get((i, j), 0.0) < WEAK}
    merged = absorbed(remains, chosen, 0, weak)
    split = [(b, a) for a, b in absorbed(remains, chosen, 1, weak)]
    gone = {i for i, _ in merged}, {j for _, j in split}
    kept = {i: j for i, j in chosen.items() if i not in gone[0] and j not in gone[1]}
    return kept, merged, split


def _other_roles(
    measured: Scored, lonely: tuple[list[int], list[int]], left: Side, right: Side
) -> list[Pair]:
    """Lonely units whose words are alike but whose roles differ: a person must judge."""
    found = []
    for i in lonely[0]:
        for j in lonely[1]:
            score = measured.ungated.get((i, j), 0.0)
            if score >= ALIKE and measured.scores.get((i, j), 0.0) == 0:
                answer = Answer(i, j, score, ())
                found.append(replace(_suggested(answer, left, right), note=OTHER_ROLE))
    found.sort(key=lambda pair: -pair.score)
    once: list[Pair] = []
    for pair in found:
        if all(pair.left != p.left and pair.right != p.right for p in once):
            once.append(pair)
    return once


def chosen_pairs(measured: Scored) -> dict[int, int]:
    """The one-to-one choice above the floor; squares keep two weak pairs from beating a good."""
    squares = {pair: score * score for pair, score in measured.scores.items() if score > 0}
    best = best_matching(squares)
    return {
        i: j
        for i, j in best.items()
        if measured.scores[i, j] >= FLOOR and measured.own.get((i, j), 1.0) >= OWN_FLOOR
    }


def in_order(pairs: list[Pair], left: Side, right: Side) -> tuple[Pair, ...]:
    """Pairs in the left order; what only the right has comes last, in its order."""
    ours = {unit.eid: unit.position for unit in left.units}
    theirs = {unit.eid: unit.position for unit in right.units}

    def place(pair: Pair) -> tuple[int, bool, int]:
        first = min((ours[eid] for eid in pair.left), default=len(ours))
        second = min((theirs[eid] for eid in pair.right), default=-1)
        return first, pair.status == "suggested", second

    return tuple(sorted(pairs, key=place))


def _certain(
    measured: Scored,
    chosen: dict[int, int],
    further: list[tuple[int, int]],
    left: Side,
    right: Side,
) -> Iterator[Pair]:
    moved = moved_pairs(chosen, left, right)
    for i, j in chosen.items():
        more_left = tuple(a for a, b in further if b == j and a != i and a not in chosen)
        more_right = tuple(b for a, b in further if a == i and b != j)
        pair = Pair(
            _names(left, (i, *more_left)),
            _names(right, (j, *more_right)),
            relation_of(i, j, left, right, measured),
            i in moved,
            round(min(1.0, measured.own.get((i, j), measured.scores[i, j])), 3),
            roles=(left.roles[i], right.roles[j]),
        )
        if more_right:
            pair = replace(pair, relation=Relation.SPLIT)
        elif more_left:
            pair = replace(pair, relation=Relation.MERGED)
        yield pair


def _names(side: Side, indices: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(side.units[index].eid for index in sorted(indices))


def alone(side: Side, index: int, which: int) -> Pair:
    """A unit nothing answers: of the left for 0, of the right for 1."""
    name, role = (side.units[index].eid,), side.roles[index]
    if which == 0:
        return Pair(name, (), Relation.LEFT_ONLY, roles=(role, ""))
    return Pair((), name, Relation.RIGHT_ONLY, roles=("", role))


def _suggested(answer: Answer, left: Side, right: Side) -> Pair:
    return Pair(
        (left.units[answer.left].eid,),
        (right.units[answer.right].eid,),
        Relation.PARTIAL,
        score=round(answer.score, 3),
        status="suggested",
        roles=(left.roles[answer.left], right.roles[answer.right]),
        clauses=answer.clauses,
    )


def _notes(left: Side, right: Side, strangers: bool) -> Iterator[str]:
    for side in (left, right):
        if not side.units:
            yield NOTHING.format(
                side.policy.identity.title or side.policy.identity.id or "其中一份"
            )
    if strangers:
        yield STRANGERS
