"""The phrase panel: what is found in one sentence, all of it and nothing else.

A line is `sentence | fact / fact / …`; a fact is `kind op value unit field=value …`, `-` for an
empty unit or op; nothing after the bar means that no number, time or condition may be found.
"""

import pytest

from policydoc.model import Fact
from policydoc.pipeline import extract, parse_text

KINDS = {
    "threshold", "deadline", "validity", "frequency", "quota", "award", "date", "count",
    "exclusion", "trend", "rank", "coverage",
}  # fmt: skip

PANEL = """
占地面积不超过100平方公里。 | threshold <= 100 平方公里 indicator=占地面积 indicator_id=area quote=占地面积不超过100平方公里
占地面积一般不超过100平方公里。 | threshold <= 100 平方公里 soft=True
占地面积原则上不超过100平方公里。 | threshold <= 100 平方公里 soft=True indicator=占地面积
占地面积控制在100平方公里以内。 | threshold <= 100 平方公里 indicator=占地面积
年产值不低于12亿元。 | threshold >= 12 亿元 amount=1200000000 base_unit=元 indicator_id=output
相关企业户数在10户以上。 | threshold >= 10 户 indicator_id=enterprises
集聚企业50家（含）以上。 | threshold >= 50 家 indicator_id=enterprises
集聚企业50家以上（不含）。 | threshold > 50 家
集聚企业50家以上（含50家）。 | threshold >= 50 家
集聚企业不少于五十家。 | threshold >= 50 家
集群企业数量不得少于20家。 | threshold >= 20 家 indicator_id=enterprises
从业人员超过3000人。 | threshold > 3000 人 indicator_id=employees
从业人员不满20人。 | threshold < 20 人
从业人员少于20人。 | threshold < 20 人
主导产业产值占集群总产值三成以上。 | threshold >= 3 成 amount=30 base_unit=% basis=占集群总产值 indicator_id=share_leading
中小企业产值占比六成五以上。 | threshold >= 6.5 成 amount=65 indicator_id=share_sme
中小企业产值占集群总产值的比重不低于百分之七十。 | threshold >= 70 % indicator_id=share_sme basis=占集群总产值
中小企业产值占集群总产值70%以上。 | threshold >= 70 % indicator_id=share_sme
须经三分之二以上成员同意。 | threshold >= 66.67 %
研发经费占营业收入比重不低于千分之八。 | threshold >= 8 ‰ amount=0.8 base_unit=% indicator_id=rd_ratio
注册资本3,000万元以上。 | threshold >= 3000 万元 amount=30000000 indicator_id=registered_capital
营业收入达到３０００万元以上。 | threshold >= 3000 万元 indicator_id=revenue
营业收入达到１．５亿元。 | threshold >= 1.5 亿元 amount=150000000
实缴资本不低于五千万元。 | threshold >= 5000 万元 amount=50000000
产值突破一百亿元。 | threshold > 100 亿元
产值超百亿元。 | threshold > 100 亿元
从业人员20至100人。 | threshold between 20~100 人 indicator_id=employees
从业人员20—100人。 | threshold between 20~100 人
从业人员20人至100人。 | threshold between 20~100 人
综合得分70分（含）至80分的为良好。 | threshold between 70~80 分
从业人员1000人以上、5000人以下。 | threshold between 1000~5000 人 quote=从业人员1000人以上、5000人以下
从业人员300人以下10人以上。 | threshold between 10~300 人
每个集群推荐企业不少于2个、不超过5个。 | quota between 2~5 个
研发费用占比10%~20%。 | threshold between 10~20 %
注册资本8000元至1万元。 | threshold between 8000~10000 元
从业人员5000人以上、1000人以下。 | threshold between 5000~1000 人 basis_note*=上下限矛盾
每万人发明专利拥有量达到5件/万人。 | threshold >= 5 件/万人 basis=每万人 indicator_id=patents_per_10k
每万人有效发明专利拥有量不低于5个。 | threshold >= 5 个 basis=每万人 indicator_id=patents_per_10k
投资强度不低于300万元/亩。 | threshold >= 300 万元/亩 indicator_id=investment_intensity
单位产值能耗不高于0.5吨标准煤/万元。 | threshold <= 0.5 吨标准煤/万元 indicator_id=energy_intensity
亩均税收不低于15万元。 | threshold >= 15 万元 basis=亩均
集群内企业约20家。 | threshold ~ 20 家
集群内企业20家左右。 | threshold ~ 20 家
集群内企业100余家。 | threshold ~ 100 家
近三年产值均在10亿元以上。 | date = 3 年 window=近三年 / threshold >= 10 亿元 window=近三年 every=True indicator=产值
近两年营业收入平均增长率达到10%以上。 | date = 2 年 / threshold >= 10 % window=近两年 indicator_id=growth_revenue
上年度营业收入在1亿元以上，或者净利润不低于500万元。 | date = -1 年 / threshold >= 1 亿元 window=上年度 branch=1 logic=any / threshold >= 500 万元 branch=2 logic=any
拥有不少于1家专精特新“小巨人”企业，或者不少于3家创新型中小企业。 | threshold >= 1 家 indicator=专精特新“小巨人”企业 branch=1 indicator_id=little_giant / threshold >= 3 家 branch=2 indicator_id=innovative_sme
拥有不少于1家单项冠军企业；或者拥有不少于10家高新技术企业。 | threshold >= 1 家 branch=1 / threshold >= 10 家 branch=2
须满足下列条件之一：（一）年产值10亿元以上；（二）从业人员500人以上。 | threshold >= 10 亿元 branch=1 logic=any / threshold >= 500 人 branch=2 logic=any
拥有专精特新企业不少于10家，其中国家级小巨人企业不少于2家。 | threshold >= 10 家 / threshold >= 2 家 basis=其中（专精特新企业）
属于高耗能行业的集群，能效水平高于行业基准值。 | threshold > 行业基准值 - condition=属于高耗能行业的集群 indicator=能效水平 indicator_id=energy_level
能耗不高于国家限额。 | threshold <= 国家限额 -
污染物排放总量和排放强度达到国家、省相关要求。 | threshold >= 国家、省相关要求 -
对投资额500万元以上的项目，按照投资额的10%给予补助。 | threshold >= 500 万元 indicator=投资额 / award = 10 % basis=投资额 condition=对投资额500万元以上的项目
申报人年龄不超过45周岁。 | threshold <= 45 周岁 indicator=申报人年龄
申报人年龄一般在40周岁以下，女性可放宽至42周岁。 | threshold <= 40 周岁 soft=True / threshold <= 42 周岁
成立满2年以上，连续经营3年以上。 | threshold >= 2 年 indicator_id=years_established / threshold >= 3 年
具有5年以上相关工作经验。 | threshold >= 5 年 indicator=相关工作经验
资产负债率不高于70%。 | threshold <= 70 % indicator_id=debt_ratio
森林覆盖率达到40%以上，较上年提高1.5个百分点。 | threshold >= 40 % / threshold = 1.5 百分点 basis=较上年 / date = -1 年
单位GDP能耗比2020年下降13.5%。 | threshold = 13.5 % basis=比2020年 / date = 2020 年
PM2.5年均浓度低于35微克/立方米。 | threshold < 35 微克/立方米
噪声不得超过55分贝。 | threshold <= 55 分贝
占地不小于30公顷。 | threshold >= 30 公顷 amount=300000 base_unit=平方米
种植面积1.2万亩以上。 | threshold >= 1.2 万亩
固定资产投资5000万元（不含土地费用）以上。 | threshold >= 5000 万元
单个项目贷款不超过项目总投资的30%。 | threshold <= 30 % basis=项目总投资
规上企业数量≥10家，产值≥50亿元。 | threshold >= 10 家 / threshold >= 50 亿元
自筹资金比例＞50％。 | threshold > 50 %
设备利用率半数以上。 | threshold >= 50 %
集群应当建有两个以上公共服务平台。 | threshold >= 2 个 indicator_id=service_platforms
每县推荐不超过3个。 | quota <= 3 个 basis=每县
原则上每县推荐不超过3个。 | quota <= 3 个 soft=True
每个单位限报1项。 | quota <= 1 项 basis=每个单位
计划认定10个左右集群。 | quota ~ 10 个 indicator=认定集群
每年认定不超过20家。 | quota <= 20 家 every=True
到2027年，培育省级集群30个以上。 | date until 2027 - / quota >= 30 个 window=到2027年
“十四五”期间，在全市范围内计划认定10个左右集群。 | date between 2021-01-01~2025-12-31 - / quota ~ 10 个 window=“十四五”期间
十四五时期认定集群10个。 | date between 2021-01-01~2025-12-31 - / quota = 10 个
推荐名额为5个。 | quota = 5 个
给予一次性奖励50万元。 | award = 50 万元 indicator=奖励
对认定的集群，给予最高不超过200万元补助。 | award <= 200 万元 condition=对认定的集群 indicator=补助
最高给予100万元奖励。 | award = 100 万元
按设备投资额的30%给予补贴，最高不超过500万元。 | award = 30 % basis=设备投资额 / award <= 500 万元
按不超过实际投资额20%的比例给予补助。 | award <= 20 % basis=实际投资额
分别给予10万元、30万元、50万元奖励。 | award = 10 万元 / award = 30 万元 / award = 50 万元
给予每人每月2000元生活补贴。 | award = 2000 元 basis=每人每月
给予安家费100万元至300万元。 | award between 100~300 万元
贷款贴息比例不超过同期LPR的50%。 | award <= 50 % basis=同期LPR
公示5个工作日。 | deadline = 5 工作日 direction=for quote=公示5个工作日
公示期不少于7日。 | deadline >= 7 日 direction=for
公示时间为5个工作日。 | deadline = 5 工作日 direction=for
征求意见时间不少于30日。 | deadline >= 30 日 direction=for
五个工作日内作出答复。 | deadline <= 5 工作日 direction=within
自受理之日起20个工作日内作出决定。 | deadline <= 20 工作日 trigger=自受理之日起 direction=within quote=自受理之日起20个工作日内
市局应当自收到申请材料之日起十五个工作日内完成审核。 | deadline <= 15 工作日 trigger=自收到申请材料之日起 action=完成审核
变更发生后1个月内向市工业和信息化局报告。 | deadline <= 1 月 trigger=变更发生后 recipient=市工业和信息化局
收到申请后，应当在5个工作日内初审。 | deadline <= 5 工作日 trigger=收到申请后
有效期满前六个月提出复核申请。 | deadline = 6 月 trigger=有效期满前
有效期届满前3个月内，由集群提出复核申请。 | deadline <= 3 月 trigger=有效期届满前
应当提前30日书面告知申请人。 | deadline >= 30 日 trigger=提前 recipient=申请人
撤销认定后三年内不得再次申报。 | deadline <= 3 年 trigger=撤销认定后 direction=for
认定满一年后方可申请。 | deadline >= 1 年 direction=not_before
每年2月底前报送年度总结。 | deadline before --02-end - quote=每年2月底前 direction=within
每年3月10日前报送。 | deadline before --03-10 -
每年三月十日前报送。 | deadline before --03-10 -
次年1月31日前报送年度报告。 | deadline before +1-01-31 -
当年10月底前完成验收。 | deadline before --10-end -
每月15日前提交监测报告。 | deadline before ---15 -
每季度结束后10日内报送报表。 | deadline <= 10 日 trigger=每季度结束后
2026年6月30日前提交材料。 | deadline before 2026-06-30 -
2月30日前提交材料。 | deadline before None - basis_note*=没有这一天
2023年2月29日前提交材料。 | deadline before None - basis_note*=没有这一天
二〇二三年四月二十三日前提交材料。 | deadline before 2023-04-23 -
每半年报送一次。 | frequency = 1 次/半年 amount=2
每两年开展一次评估。 | frequency = 1 次/2年 amount=0.5
每年至少开展2次培训。 | frequency >= 2 次/年
每年进行考核。 | frequency = 1 次/年
每季度组织一次调度。 | frequency = 1 次/季度 amount=4
集群认定后每年进行考核。 | frequency = 1 次/年 trigger=集群认定后
集群有效期为三年。 | validity = 3 年 indicator=集群有效期
有效期3年。 | validity = 3 年
有效期自认定之日起三年。 | validity = 3 年
复核通过的有效期延长三年。 | validity = 3 年 trigger=复核通过 action=延长
认定有效期至2028年12月31日。 | validity until 2028-12-31 -
称号有效期为2023年1月1日至2025年12月31日。 | validity between 2023-01-01~2025-12-31 -
称号有效期为2025年至2027年。 | validity between 2025-01-01~2027-12-31 -
本办法自2026年3月1日起施行，有效期至2031年2月28日。 | date from 2026-03-01 - indicator=施行 / validity until 2031-02-28 -
本办法自印发之日起施行，有效期五年。 | date from 印发之日 - / validity = 5 年 trigger=自印发之日起
本办法自2026年3月1日起试行，试行期两年。 | validity = 2 年 / date from 2026-03-01 -
本办法自公布之日起实施。 | date from 公布之日 -
认定标准（2024年版）。 | date = 2024 年
制定未来三年发展规划。 | date = 3 年 window=未来三年
考核三年发展规划目标完成情况。 | date = 3 年 indicator*=三年发展规划
总结上一年度工作。 | date = -1 年
公示时间为2022年12月29日至2023年1月5日。 | date between 2022-12-29~2023-01-05 -
须满足以下八方面指标。 | count = 8 方面 quote=须满足以下八方面指标
须满足八个方面的指标。 | count = 8 方面
应当具备下列三项条件。 | count = 3 项
在一个县行政区划范围内。 | count = 1 个
由5名以上专家组成。 | threshold >= 5 名
近三年未发生较大及以上安全、质量和环境污染等事故。 | date = 3 年 / exclusion = 0 - window=近三年 indicator=较大及以上安全、质量和环境污染等事故
无严重失信记录。 | exclusion = 0 -
未被列入严重失信名单。 | exclusion = 0 -
工业软件应用率稳步提升。 | trend > 上升 - indicator=工业软件应用率
二氧化碳排放强度持续下降。 | trend < 下降 -
近三年研发经费保持增长。 | date = 3 年 / trend > 上升 - window=近三年
发展水平位居细分领域全省前列。 | rank = 前列 - indicator=发展水平
市场占有率位居全国前3位。 | rank <= 3 位
实现政策宣贯全覆盖。 | coverage = 全覆盖 -
第十一条规定的条件。 |
依照第二章第六条执行。 |
依照本办法第十条以下的规定。 |
根据《“十四五”工业发展规划》制定。 |
参与“一带一路”建设。 |
紧盯长三角、珠三角。 |
推动三产融合。 |
推进产供销一体化。 |
建设5G基站，打造4K产业。 |
采用A4纸双面打印。 |
联系电话：0936-8211234。 |
联系人手机13912345678。 |
按照工信部企业〔2022〕119号执行。 |
按照第12号令执行。 |
申报材料一式三份。 |
申报材料一式3份。 |
发生较大及以上事故的，撤销认定。 |
中小企业产业集群（以下简称集群）。 |
以上材料装订成册。 |
属于下列情形之一的，不予受理。 |
发放一次性补贴。 |
实行统一管理，统一部署。 |
统一组织，统一名称。 |
进一步完善机制，一律公开。 |
十分重要，万众一心。 |
五位一体，一企一策，一事一议。 |
落实中央八项规定精神。 |
增强“四个意识”、做到“两个维护”。 |
突破了一批关键核心技术。 |
邮箱：abc123@163.com。 |
符合GB/T 9704—2012的要求。 |
创建5A级景区和三级医院。 |
一般应当公开，一定程度上。 |
一二三产业协调发展。 |
双一流高校，百强县。 |
加强对每一个环节的监督。 |
7×24小时服务。 |
主导产业产值或营业收入近三年均在50亿元以上，占集群总产值比例高于75%。 | threshold >= 50 亿元 indicator=主导产业产值或营业收入 every=True / date = 3 年 / threshold > 75 % basis=占集群总产值 indicator_id=share_leading
专家组由不少于5名的单数专家组成。 | threshold >= 5 名 indicator=专家组
按年薪的10%给予引才奖励，每人最高20万元。 | award = 10 % basis=年薪 / award <= 20 万元 basis=每人
处二万元以上二十万元以下的罚款。 | count between 2~20 万元 indicator=罚款
处违法所得一倍以上三倍以下的罚款。 | count between 1~3 倍
面积在五百平方米以上不足一千平方米的，设置一名安全员。 | threshold between 500~1000 平方米
劳动合同期限三个月以上不满一年的，试用期不得超过一个月。 | threshold between 3~12 月 / deadline <= 1 月
会议召开十五日前通知全体股东。 | deadline >= 15 日 trigger=会议召开
应当在二十四小时内报告。 | deadline <= 24 小时
监测数据保存期限不少于五年。 | deadline >= 5 年 direction=for indicator=监测数据保存期限
二十日内不能作出决定的，可以延长十日。 | date <= 20 日 / deadline = 10 日 action=延长
三年内两次考核不合格的，取消资格。 | date <= 3 年 / count = 2 次
使用年限超过10年的，每半年检验一次。 | threshold > 10 年 / frequency = 1 次/半年
申报时间为每年3月1日至3月31日。 | date between --03-01~--03-31 -
区主管部门审核汇总后于2月底前报市局。 | deadline before --02-end - trigger=区主管部门审核汇总后 actor=区主管部门
支持期三年，每年考核一次。 | validity = 3 年 / frequency = 1 次/年
锅炉额定功率不得小于65蒸吨/小时。 | threshold >= 65 蒸吨/小时
优良天数比率达到88%以上。 | threshold >= 88 %
到2030年，细颗粒物浓度控制在30微克/立方米以下。 | date until 2030 - / threshold <= 30 微克/立方米 window=到2030年
设置高度不低于2.5米的围挡。 | threshold >= 2.5 米
主导产业占比120%以上。 | threshold >= 120 % basis_note*=大于100%
产值10以上。 | threshold >= 10 -
可支配收入低于本市最低生活保障标准。 | threshold < 本市最低生活保障标准 -
未满十六周岁的未成年人。 | threshold < 16 周岁
六十周岁以上老年人。 | threshold >= 60 周岁 indicator=老年人
每日工作时间不超过八小时。 | deadline <= 8 小时
股东会应当每年召开一次。 | frequency = 1 次/年
由一个以上五十个以下股东出资设立。 | threshold between 1~50 个
购房补贴。A类人才给予500万元，B类人才给予100万元至200万元。 | award = 500 万元 indicator=补贴 / award between 100~200 万元
全日制博士每人每月发放生活补贴5000元。 | award = 5000 元 basis=每人每月
满足下列条件中的两项以上：产值10亿元以上；专利5件以上。 | count >= 2 项 / threshold >= 10 亿元 / threshold >= 5 件
本办法自发布之日起30日后施行。 | date from 发布之日 -
2024年1月1日至2024年12月31日期间新认定的企业。 | date between 2024-01-01~2024-12-31 -
不迟于2026年5月底报送。 | deadline before 2026-05-31 -
营业收入不低于人民币2000万元。 | threshold >= 2000 万元 indicator_id=revenue
规划占地面积应在50平方公里（含）以内，距县城不超过20公里。 | threshold <= 50 平方公里 indicator_id=area / threshold <= 20 公里
年度总产值一般应达到20亿元以上（边境县、脱贫县可放宽至10亿元）。 | threshold >= 20 亿元 soft=True / threshold >= 10 亿元 condition=边境县、脱贫县
专精特新中小企业、高新技术企业合计不少于3家，其中“小巨人”企业至少1家。 | threshold >= 3 家 indicator_id=quality_sme / threshold >= 1 家
研发经费投入强度高于全省平均水平。 | threshold > 全省平均水平 - indicator_id=rd_ratio
职工平均工资高于当地平均水平20%以上。 | threshold >= 20 % basis=高于当地平均水平
按项目投资额的30%、最高不超过300万元给予补助。 | award = 30 % / award <= 300 万元 quote=最高不超过300万元
于每年1月15日、7月15日前分别报送半年工作情况。 | deadline before --01-15 - / deadline before --07-15 - / date = 0.5 年
集群发生重大变更的，应当在3个月内报告。 | deadline <= 3 月 trigger=集群发生重大变更
每个集群应至少拥有1个省级以上公共服务平台。 | threshold >= 1 个 indicator=省级以上公共服务平台
拥有全国性品牌2个以上或省级名牌5个以上。 | threshold >= 2 个 branch=1 / threshold >= 5 个 branch=2 indicator=省级名牌
每三年复核一次，每年度开展绩效评价。 | frequency = 1 次/3年 / frequency = 1 次/年
评价结果分为优秀、合格、不合格三档。 | count = 3 档
培训不少于40学时，每班不超过50人。 | threshold >= 40 学时 / threshold <= 50 人 condition=
申报截止时间为2026年9月30日。 | deadline before 2026-09-30 -
年满18周岁不满60周岁。 | threshold between 18~60 周岁 indicator=年龄
资金按6:4比例分担。 |
负责动物生物安全二级实验室的备案。 |
打造一批领军企业，依托长三角分中心。 |
有本条第一款、第三款规定情形的，予以公开。 |
国家一级文物和三甲医院。 |
公布第二批名单，落实“三同时”制度。 |
“放管服”改革，一网通办，一网统管。 |
“一户一策”，一站式服务，一把手负责。 |
实行一票否决，出台一揽子政策。 |
清理三无产品，关心一线职工。 |
实施千企百城行动，建设双千兆网络。 |
一审、二审程序，一类二类医疗器械。 |
详见https://www.gov.cn/zhengce/2024/01.htm。 |
文件编号GXJ-2024-015。 |
拨打12345热线。 |
"""


# Written before the code's answers were seen: of these 164 phrases 123 were read as expected at
# the first try, 140 where a period's own `date` is no fault; wrong expectations are corrected.
SECOND_PANEL = """
中小企业产值占集群总产值比重大于70%。 | threshold > 70 % indicator_id=share_sme
主导产业产值占集群总产值的比例应超过70%。 | threshold > 70 % indicator_id=share_leading
集群近三年产值或营业收入均不低于40亿元。 | date = 3 年 / threshold >= 40 亿元 window=近三年 every=True
上年度产值（营业收入）达到50亿元（含）以上。 | date = -1 年 / threshold >= 50 亿元 window=上年度
截至2025年底，集群企业数量达到80户。 | date until 2025-12-31 - / threshold >= 80 户
近两年营业收入平均增长率不低于10%。 | date = 2 年 / threshold >= 10 % window=近两年
近3年主营业务收入年均增长率达到6%以上。 | date = 3 年 / threshold >= 6 % window=近3年
近2年研发费用总额占营业收入总额比重均不低于3%。 | date = 2 年 / threshold >= 3 % window=近2年 every=True indicator_id=rd_ratio
上年度研发费用总额不低于100万元，且占营业收入总额比重不低于3%。 | date = -1 年 / threshold >= 100 万元 window=上年度 / threshold >= 3 %
从事特定细分市场年限达到2年以上。 | threshold >= 2 年
主导产品在细分市场占有率位于全省前3位。 | rank <= 3 位
主导产品市场占有率位居全国前五。 | rank <= 5 位
获得发明专利1项以上或实用新型专利5项以上。 | threshold >= 1 项 branch=1 logic=any / threshold >= 5 项 branch=2
拥有Ⅰ类知识产权2项以上。 | threshold >= 2 项
资产负债率不高于70%。 | threshold <= 70 % indicator=资产负债率
截至上年末的近2个会计年度主营业务收入平均增长率5%以上。 | date = 2 年 / threshold >= 5 %
总资产贡献率高出全省平均水平2个百分点以上。 | threshold >= 2 百分点
单位工业增加值能耗较上年下降3%以上。 | threshold >= 3 % / date = -1 年
万元产值综合能耗不超过0.3吨标准煤。 | threshold <= 0.3 吨标准煤
单位产品取水量不大于2.5立方米/吨。 | threshold <= 2.5 立方米/吨
颗粒物排放浓度不高于10毫克/立方米。 | threshold <= 10 毫克/立方米
化学需氧量低于50mg/L。 | threshold < 50 mg/L
年综合能源消费量5000吨标准煤以上1万吨标准煤以下。 | threshold between 5000~10000 吨标准煤
容积率不低于1.2。 | threshold >= 1.2 - indicator=容积率
建筑密度不低于40%，绿地率不超过15%。 | threshold >= 40 % indicator=建筑密度 / threshold <= 15 % indicator=绿地率
工业固体废物综合利用率达90%以上。 | threshold >= 90 % indicator=工业固体废物综合利用率
夜间噪声不得超过55分贝。 | threshold <= 55 分贝
装机容量6兆瓦及以上。 | threshold >= 6 兆瓦
亩均税收20万元/亩以上。 | threshold >= 20 万元/亩
全员劳动生产率不低于25万元/人。 | threshold >= 25 万元/人
得分60分（含）至70分（不含）的为合格。 | threshold between 60~70 分
总分100分，得分80分以上的为优秀。 | count = 100 分 / threshold >= 80 分
评价得分低于60分的，限期整改。 | threshold < 60 分
从业人员20人及以上300人以下，且营业收入2000万元及以上。 | threshold between 20~300 人 / threshold >= 2000 万元
营业收入300万元以上、不足2000万元。 | threshold between 300~2000 万元
本科以上学历人员占比不低于百分之三十。 | threshold >= 30 % indicator_id=
研发人员占职工总数的比例不低于十分之一。 | threshold >= 10 %
参会人数过半数，且赞成票超过三分之二。 | threshold > 66.67 %
不合格率控制在千分之三以内。 | threshold <= 3 ‰
融资担保费率不超过1‰。 | threshold <= 1 ‰
贷款利率不高于同期LPR加50个基点。 | threshold <= 50 基点
集群企业不少于100家，其中规模以上企业不少于20家。 | threshold >= 100 家 / threshold >= 20 家 indicator=规模以上企业
研发人员不少于30人，其中高级职称人员占10%以上。 | threshold >= 30 人 / threshold >= 10 %
入驻企业达到20家以上，其中小微企业占80%以上。 | threshold >= 20 家 / threshold >= 80 %
集群内至少有3家年产值超过5亿元的龙头企业。 | threshold >= 3 家 / threshold > 5 亿元
拥有省级及以上研发机构两家以上。 | threshold >= 2 家
拥有国家级单项冠军企业1家，或者省级单项冠军企业2家及以上。 | threshold = 1 家 branch=1 / threshold >= 2 家 branch=2
建有2个以上市级以上创新平台。 | threshold >= 2 个
每年至少开展2次公益性服务活动。 | frequency >= 2 次/年
每年开展服务活动不少于4次。 | frequency >= 4 次/年
原则上每年申报一次。 | frequency = 1 次/年
每两年组织一次复核。 | frequency = 1 次/2年
每季度末月25日前报送进展情况。 | deadline before ---25 -
每月5日前报送上月数据。 | deadline before ---05 - / date = -1 月
每半年调度一次项目进展。 | frequency = 1 次/半年
自2026年起，每年评选一次。 | date from 2026 - / frequency = 1 次/年
每个县（市、区）推荐不超过2个。 | quota <= 2 个
每个区县限报1个集群。 | quota <= 1 个
各市推荐数量不超过3家，计划单列市不超过5家。 | quota <= 3 家 / quota <= 5 家
每年认定不超过10个示范集群。 | quota <= 10 个
力争到2027年培育省级集群50个左右。 | date until 2027 - / quota ~ 50 个
到2025年底，培育市级集群20个以上。 | date until 2025-12-31 - / quota >= 20 个
每家企业最多可推荐3名人才。 | quota <= 3 名
年度认定总数控制在30家以内。 | quota <= 30 家
对新认定的国家级集群，给予一次性奖励200万元。 | award = 200 万元
对首次认定的企业给予不超过50万元的补助。 | award <= 50 万元
给予最高100万元奖补。 | award <= 100 万元
按实际投资额的10%给予补助，最高不超过500万元。 | award = 10 % / award <= 500 万元
按照不超过设备投入20%的比例给予补贴，单个项目最高300万元。 | award <= 20 % / award <= 300 万元
分别给予30万元、20万元、10万元奖励。 | award = 30 万元 / award = 20 万元 / award = 10 万元
每人每月发放生活补贴1500元，发放期限不超过36个月。 | award = 1500 元 / deadline <= 36 月
给予本科生每年1万元、硕士每年2万元的租房补贴。 | award = 1 万元 / award = 2 万元
每平方米每月补贴10元。 | award = 10 元
同一企业年度累计补助额不超过200万元。 | award <= 200 万元
奖励标准为每家10万元。 | award = 10 万元
顶尖人才可获得最高1000万元项目资助。 | award <= 1000 万元
贴息比例不超过50%，贴息期限不超过2年。 | award <= 50 % / deadline <= 2 年
处一万元以上三万元以下的罚款。 | count between 1~3 万元
处违法所得一倍以上五倍以下罚款。 | count between 1~5 倍
对单位处5万元罚款，对责任人处2000元以下罚款。 | count = 5 万元 / count <= 2000 元
公示期不少于5个工作日。 | deadline >= 5 工作日 direction=for
在门户网站公示七天。 | deadline = 7 天 direction=for
公示时间为10日。 | deadline = 10 日
自收到申请之日起十个工作日内作出决定。 | deadline <= 10 工作日 trigger*=收到申请 direction=within
应当自受理申请之日起20日内完成审查；情况复杂的，经批准可以延长10日。 | deadline <= 20 日 / deadline = 10 日
材料不齐全的，应当在5日内一次性告知。 | deadline <= 5 日 condition*=材料不齐全
申请人应在收到补正通知后3个工作日内补齐材料。 | deadline <= 3 工作日 trigger*=收到补正通知
有效期届满30日前提出延续申请。 | deadline >= 30 日
有效期满前3个月内提出复核申请。 | deadline <= 3 月
应提前15日书面通知申请人。 | deadline >= 15 日
被撤销的，三年内不得再次申报。 | deadline <= 3 年 direction=for condition=被撤销的
自撤销之日起两年后方可重新申报。 | deadline >= 2 年 direction=not_before
五年内不再受理其申请。 | deadline <= 5 年
整改期限不超过6个月。 | deadline <= 6 月
每年12月31日前提交总结报告。 | deadline before --12-31 -
次年3月底前完成绩效评价。 | deadline before +1-03-end -
于2026年6月30日前完成自评。 | deadline before 2026-06-30 -
于6月30日前报送。 | deadline before --06-30 -
2026年3月1日至4月15日受理申报。 | date between 2026-03-01~2026-04-15 -
自2026年1月1日起施行，有效期至2030年12月31日。 | date from 2026-01-01 - / validity until 2030-12-31 -
自发布之日起30日后施行，有效期五年。 | date from 发布之日 - / validity = 5 年
本办法自印发之日起试行，试行期两年。 | date from 印发之日 - / validity = 2 年
认定有效期为2025年至2027年。 | validity between 2025-01-01~2027-12-31 -
有效期3年（2023年7月1日至2026年6月30日）。 | validity = 3 年 / validity between 2023-07-01~2026-06-30 -
证书有效期为三年。 | validity = 3 年
称号有效期三年，到期复核合格的延长三年。 | validity = 3 年 / validity = 3 年 action=延长
近三年未发生重大安全、环保事故。 | date = 3 年 / exclusion = 0 -
近五年内无严重失信记录。 | date = 5 年 / exclusion = 0 -
未被列入经营异常名录。 | exclusion = 0 -
注册成立满3年。 | threshold >= 3 年
在本市依法登记注册并正常经营2年以上。 | threshold >= 2 年
累计为企业服务200家次以上。 | threshold >= 200 家次
年服务中小企业不少于100家，用户满意度达到80%以上。 | threshold >= 100 家 / threshold >= 80 %
从业人员中大专以上学历占比80%以上。 | threshold >= 80 %
场地面积不少于1500㎡。 | threshold >= 1500 ㎡
自有或租赁用房5000平方米以上，租期在5年以上。 | threshold >= 5000 平方米 / threshold >= 5 年
可支配经费不低于每年20万元。 | threshold >= 20 万元
注册资金在一百万元（含一百万元）以上。 | threshold >= 100 万元
拥有专职人员10名，其中工程师以上职称的不少于4名。 | count = 10 名 / threshold >= 4 名
年龄在45周岁以下，具有硕士以上学位。 | threshold <= 45 周岁 indicator=年龄
男性不超过60周岁、女性不超过55周岁。 | threshold <= 60 周岁 / threshold <= 55 周岁
在职职工人数的25%以上（超过100人的企业为15%以上）招用重点群体。 | threshold >= 25 % / threshold > 100 人 / threshold >= 15 %
营业收入为1亿元~5亿元。 | threshold between 1~5 亿元
服务业企业营业收入2千万元以上。 | threshold >= 2 千万元 amount=20000000
固定资产投资超过5,000万元人民币。 | threshold > 5000 万元
合同利用外资1000万美元以上。 | threshold >= 1000 万美元
出口额占比不到20%的除外。 | threshold < 20 %
产值达不到5亿元的，取消资格。 | threshold < 5 亿元
研发投入占比须达到或超过5%。 | threshold >= 5 %
研发投入强度要大于等于3%。 | threshold >= 3 %
资产负债率应小于等于60%。 | threshold <= 60 %
产值≥30亿元，占比>60%。 | threshold >= 30 亿元 / threshold > 60 %
产值增速不低于全市平均增速。 | threshold >= 全市平均增速 -
税收实现翻一番。 |
第二十三条第一款第三项规定的情形除外。 |
本办法所称“三高四新”产业，包括一二三产业。 |
“十五五”期间，落实“1+3+N”政策体系。 | date between 2026-01-01~2030-12-31 -
提交申报书一式五份，电子版一份。 |
实施“百千万”工程和“双百”行动。 |
推动一体化、专业化、规模化发展。 |
依据《工信部企业〔2022〕119号》文件办理。 |
联系电话：0936-8213456。 |
参照GB/T 36000和ISO9001体系认证。 |
公示期间接受社会监督。 |
由第三方机构开展评审，实行“双随机、一公开”。 |
申报主体须同时具备以下五项条件。 | count = 5 项
认定标准包括以下九方面。 | count = 9 方面
设一等奖、二等奖和三等奖。 |
不得一刀切，力戒一哄而上。 |
逐一核对，统一受理，一并报送。 |
Ⅱ级以上响应启动时暂停受理。 |
二级及以上企业优先推荐。 |
较大及以上事故的，一票否决。 |
统一社会信用代码为18位。 | count = 18 位
以上材料加盖公章，以下简称“市局”。 |
本省行政区域内的中小微企业适用本办法。 |
推进5G、6G和工业4.0应用。 |
位于长三角、珠三角的企业。 |
由市人民政府第35次常务会议审议通过。 |
办公地点为人民路128号5楼502室。 |
国发〔2021〕5号文件同时废止。 |
分三个阶段实施。 | count = 3 个
“三首”产品和“三品”战略。 |
"""


def _rows() -> list[tuple[str, str]]:
    lines = [line for line in (PANEL + SECOND_PANEL).splitlines() if line.strip()]
    return [(s.strip(), f.strip()) for s, f in (line.split("|", 1) for line in lines)]


def _shown(fact: Fact) -> tuple[str, str, str, str]:
    value = f"{fact.value}~{fact.upper}" if fact.upper is not None else str(fact.value)
    return fact.kind, fact.op or "-", value, fact.unit or "-"


def _holds(fact: Fact, condition: str) -> bool:
    field, _, wanted = condition.partition("=")
    if field.endswith("*"):
        return wanted in str(getattr(fact, field[:-1]))
    found = getattr(fact, field)
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        return float(wanted) == found
    return str(found) == wanted


@pytest.mark.parametrize(("sentence", "expected"), _rows())
def test_phrase(sentence: str, expected: str) -> None:
    policy = extract(parse_text(f"第一条 {sentence}"))
    facts = [fact for fact in policy.facts if fact.kind in KINDS]
    wanted = [part.split() for part in expected.split(" / ")] if expected else []
    assert [_shown(fact) for fact in facts] == [tuple(part[:4]) for part in wanted]
    for fact, part in zip(facts, wanted, strict=True):
        missing = [condition for condition in part[4:] if not _holds(fact, condition)]
        assert not missing, fact


def test_the_panel_is_large() -> None:
    rows = _rows()
    assert len(rows) >= 120
    assert sum(not expected for _, expected in rows) >= 30
