"""Cut a run of Chinese characters into words, with a small vocabulary of organisations; measures nothing."""

from __future__ import annotations

from functools import cache

_SUFFIXES = """
部门 中心 小组 团队 委员会 办公室 事业部 事业群 分公司 子公司 公司 集团 大区 分部 分院 总部 本部 研究院
研究所 实验室 工作室 工作组 项目组 专班 学院 学校 医院 车间 工厂 分行 支行 支部 党委 工会 联盟 协会 基金会
理事会 董事会 监事会 领导小组 经理 总经理 副总经理 总监 副总监 主管 专员 主任 副主任 负责人 组长 副组长
部长 副部长 处长 科长 院长 校长 所长 店长 队长 班长 秘书 助理 顾问 工程师 设计师 架构师 分析师 会计师 总裁
副总裁 董事长 委员 干事 代表 人员 岗位
"""

_WORDS = """
管理 运营 经营 市场 营销 销售 渠道 品牌 企划 策划 推广 公关 公共 关系 传播 媒体 广告 活动 会员 用户 客户
客服 服务 体验 增长 投放 商品 产品 研发 开发 研究 技术 工程 架构 前端 后端 算法 数据 分析 智能 人工智能
信息 信息化 数字 数字化 平台 基础 设施 基础设施 网络 安全 系统 运维 测试 质量 品质 质检 设计 视觉 交互
创意 内容 编辑 视频 直播 短视频 新媒体 电商 电子 商务 电子商务 零售 批发 门店 连锁 加盟 供应 供应链 采购
物流 仓储 仓库 配送 运输 生产 制造 设备 工艺 计划 调度 物料 库存 质控 环境 环保 健康 能源 财务 会计 出纳
税务 审计 内审 内控 风险 风控 合规 法务 法律 知识 产权 知识产权 合同 资金 资本 投资 融资 证券 预算 成本
核算 结算 人力 资源 人力资源 人事 招聘 薪酬 绩效 培训 学习 发展 组织 文化 企业 企业文化 员工 行政 后勤
总务 档案 接待 采编 保安 保洁 食堂 车队 战略 规划 项目 国际 国内 海外 区域 业务 合作 事业 综合 拓展 政府
事务 党建 党群 纪检 监察 工作 宣传 统战 团委 教学 教务 教育 科研 学生 招生 就业 医疗 护理 药剂 门诊 住院
急诊 检验 影像 外科 内科 儿科 志愿 志愿者 筹款 公益 救援 社区 社会 外联 赞助 票务 场地 舞台 灯光 音响 嘉宾
签到 礼仪 摄影 摄像 执行 决策 监督 协调 沟通 支持 保障 支撑 维护 实施 交付 售前 售后 咨询 解决 方案
解决方案 标准 流程 制度 评估 考核 统计 报表 报告 日常 负责 提供 建立 制定 落实 推进 优化 提升 完善 参与
配合 组建 对接 跟进 审核 审批 处理 收集 整理 发布 更新 指导 以及 相关 各类 重大 整体 全国 全球 华东 华南
华北 华中 西南 西北 东北 亚太 欧洲 北美 中国 北京 上海 广州 深圳 香港 高级 资深 初级 中级 首席 执行官
技术官 财务官 运营官 实习 实习生 兼职 外包 临时 常务 联席 名誉 轮值 独立 董事 监事 股东 股东会 大会 会议
专家 专业 创新 孵化 实验 机器 机器人 硬件 软件 嵌入 嵌入式 芯片 半导体 汽车 金融 保险 银行 信贷 支付 地产
物业 建筑 施工 造价 土建 机电 园林 酒店 餐饮 旅游 航空 农业 食品 医药 生物 化工 材料 机械 自动化 大客户
大数据 云计算 区块链 物联网 互联网 第三方 一体化 可持续 中台 后台 前台 中后台 文旅 民宿 图书 出版 游戏
动漫 影视 音乐 体育 赛事 美术 特效 音频 文案 本地化 全球化 国际化 标准化 精细化 社群 私域 公域 选品 定价
大促 补货 退货 退换 投诉 纠纷 在线 质保 安保 消防 应急 突发 事件 督导 督察 巡检 稽核 信用 评审 招标 投标
清算 托管 理财 财富 资产 证照 印章 公文 机要 保密 外事 港澳 台湾 交通 能力 建设 模型 训练 推荐 搜索 引擎
地图 出行 同城 跨境 进口 出口 关务 报关 单证 订单 履约 售票 检票 工具 效能 稳定 稳定性 可靠性 兼容性
安全性 接口 移动 移动端 客户端 服务端 服务器 小程序 公众号 数据库 中间件 操作 操作系统 编译 编译器 云原生
容器 虚拟 现实
"""

# Pairs of a traditional character and its simplified form, for words of the vocabulary.
_SIMPLIFIED_FORMS = """
門门 團团 隊队 員员 會会 辦办 業业 總总 監监 與与 實实 驗验 學学 醫医 院院 車车 間间 廠厂 聯联 盟盟 協协
經经 專专 責责 組组 長长 處处 務务 師师 計计 設设 動动 營营 銷销 場场 錢钱 廣广 媒媒 體体 戶户 產产 發发
術术 構构 數数 據据 網网 絡络 統统 試试 質质 檢检 視视 創创 內内 編编 輯辑 頻频 電电 商商 貨货 連连 鎖锁
應应 鏈链 購购 運运 輸输 製制 備备 藝艺 劃划 調调 環环 財财 稅税 審审 險险 規规 資资 證证 預预 薪薪 績绩
訓训 習习 織织 檔档 戰战 項项 國国 際际 區区 綜综 紀纪 導导 圖图 書书 館馆 護护 藥药 兒儿 贊赞 執执 決决
維维 評评 報报 優优 緒绪 華华 東东 機机 軟软 雲云 億亿 遊游 戲戏 樂乐 賽赛 價价 訂订 單单
"""

# What units and posts end in. Alone on a line they look lost.
SUFFIXES = frozenset(_SUFFIXES.split())

# A character of one of these kinds belongs to the word before it, or to the word after it.
TRAILING = frozenset(
    "部组处科室局厅院团会司所站队班课股系厂店行办岗员师长官工校库台社馆群的地得等了们中内级类型性化率费款额者式区省市县"
)
LEADING = frozenset("由对向为在从以按被将把第各全副总非不未大小新")
CONJUNCTIONS = frozenset(["及", "与", "和", "或", "暨", "以及", "并"])

_KNOWN_COST, _UNKNOWN_COST = 10, 16


@cache
def _vocabulary() -> frozenset[str]:
    return SUFFIXES.union(_WORDS.split())


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the words are that end in a character, the longest first."""
    found: dict[str, set[int]] = {}
    for word in sorted(_vocabulary()):
        found.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


@cache
def _to_simplified() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in _SIMPLIFIED_FORMS.split()}


def simplify(run: str) -> str:
    """Return `run` with the commoner traditional characters in their simplified form, as long as before."""
    return run.translate(_to_simplified())


def is_known(word: str) -> bool:
    """Whether `word`, in simplified characters, is in the vocabulary."""
    return word in _vocabulary()


def words(run: str) -> list[str]:
    """Cut a run of Chinese characters into words; characters of no known word stand alone.

    Of all ways to cut, the one with the fewest words wins, then the one with the longer words at the end,
    where the suffix of a unit's name is.

    >>> words("供应链管理部门")
    ['供应链', '管理', '部门']
    """
    known, lengths = _vocabulary(), _lengths()
    plain = simplify(run)
    cost = [0]
    start = [0]
    for end, last in enumerate(plain, 1):
        least, chosen = cost[-1] + _UNKNOWN_COST, end - 1
        for length in lengths.get(last, ()):
            first = end - length
            if first >= 0 and cost[first] + _KNOWN_COST < least and plain[first:end] in known:
                least, chosen = cost[first] + _KNOWN_COST, first
        cost.append(least)
        start.append(chosen)
    found: list[str] = []
    end = len(plain)
    while end:
        found.append(run[start[end] : end])
        end = start[end]
    return found[::-1]
