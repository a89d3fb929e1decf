"""Which papers usually prove an indicator; a suggestion, never a requirement of the policy."""

from __future__ import annotations

import re

# In order: the first pattern that the criterion's words match says what to bring.
MATERIALS = (
    ("事故|违法|失信|网络安全|数据安全|偷税", "应急、生态环境、税务、网信等部门出具的证明"),
    ("占地|面积|空间", "空间范围图、用地批准或规划文件"),
    ("专利", "专利清单（专利号、授权日、有效性）和证书复印件"),
    ("研发", "研发费用专项审计报告或加计扣除凭证，近三年汇总表"),
    ("小巨人|专精特新|创新型中小企业|高新技术|单项冠军|梯度", "企业名单及认定文件复印件"),
    ("户数|企业数|企业户", "企业名录（含统一社会信用代码）"),
    ("产值|营业收入|占比|增速|规模", "统计、税务部门出具的近三年数据证明"),
    ("工业互联网|软件|数字化|上云", "平台和工业软件应用企业清单、合同或应用证明"),
    ("能效|水效|能耗|碳|排放|污染|绿色", "能耗、水耗、排放监测报告及对标说明"),
    ("规划|政策宣贯|服务|治理|运营", "运营管理机构批文、发展规划印发稿、服务活动记录"),
    ("合作|开放|外贸|出口|分支", "合作协议、活动材料、分支机构证照、海关数据"),
    ("协作|配套|共享|供应链|产业链", "产业链图谱、共享设施清单、协作合同"),
    ("前列|品牌|知名度|支柱", "行业排名、荣誉证书、区域品牌材料"),
)

GENERAL = "与该项要求对应的文件、证书或说明"


def materials_for(criterion: str, words: str) -> str:
    """The papers suggested for a criterion."""
    for text in (criterion, words):
        for pattern, papers in MATERIALS:
            if re.search(pattern, text):
                return papers
    return GENERAL
