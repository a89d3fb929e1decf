"""What the keys of a case are called on a form, and of what kind they are."""

from __future__ import annotations

PROFILE: dict[str, tuple[str, str]] = {
    "city": ("所在市（州）", "text"),
    "county": ("所在县（市、区）", "text"),
    "industry": ("主导产业", "text"),
    "segment": ("细分领域", "text"),
    "boundary": ("空间范围（四至）", "text"),
    "operator": ("运营管理机构", "text"),
    "operator_nature": ("运营管理机构性质", "text"),
    "applicant": ("申报主体", "text"),
    "recommender": ("推荐单位", "text"),
    "application_date": ("填报日期", "date"),
    "established": ("集群成立日期", "date"),
    "high_energy": ("是否属于高耗能行业", "bool"),
    "high_water": ("是否属于高用水行业", "bool"),
    "major_accident": ("近三年是否发生较大及以上安全、质量、环境污染等事故", "bool"),
    "cyber_incident": ("近三年是否发生重大及以上网络安全、数据安全事件", "bool"),
    "violation": ("近三年是否有偷税漏税、违法违规、严重失信等行为", "bool"),
    "policy_coverage": ("惠企政策宣贯是否全覆盖", "bool"),
    "three_year_plan": ("是否已制定未来三年发展规划", "bool"),
    "persons_basis": ("每万人指标的人数口径", "text"),
}
PEOPLE = {"contact": "申报联系人", "operator_head": "运营机构负责人", "filler": "填表人"}
PERSON = ("姓名", "职务", "电话", "邮箱")
MEMBER = {
    "name": "集群名称", "county": "所在县（市、区）", "industry": "主导产业", "segment": "细分领域",
    "applicant": "申报主体", "recommender": "推荐单位", "output": "上年度总产值（亿元）",
    "share_sme": "中小企业产值占比", "share_leading": "主导产业占比", "contact": "联系人及电话",
    "opinion": "推荐意见",
}  # fmt: skip


def profile_label(key: str) -> tuple[str, str]:
    """The label and kind of a key of the profile; an unknown key is its own label."""
    return PROFILE.get(key, (key, "text"))
