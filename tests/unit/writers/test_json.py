from __future__ import annotations

import json

import policydoc as pd
from policydoc.writers.json import WRITER

TEXT = "某市办法\n第一条 为了甲，根据\n第二条 乙：\n（一）丙；\n（二）丁。\n附件1\n清单\n一、甲\n二、乙"


def test_the_keys_are_those_of_the_contract_in_its_order() -> None:
    document = pd.to_dict(pd.parse_text(TEXT))
    assert document["schema"] == "policydoc/policy@1"
    assert [k for k in document if k not in ("schema", "sha256")] == [
        "identity", "preface", "preamble", "body", "conclusions", "attachments", "removed", "findings",
    ]  # fmt: skip
    assert next(iter(document)) == "schema"


def test_a_provision_is_plain_json() -> None:
    document = json.loads(WRITER.write(pd.parse_text(TEXT)))
    article = document["body"][1]
    assert article["kind"] == "article"
    assert article["num"] == "第二条"
    item = article["children"][0]["children"][1]
    assert (item["eid"], item["num"], item["text"]) == (
        "art_2__para_1__subpara_2",
        "（二）",
        "丁。",
    )
    assert item["span"] == {"block": 4, "start": 3, "end": 5}
    assert document["attachments"][0]["body"][0]["eid"] == "att_1__level_1"
    assert document["attachments"][0]["removed"] == []
