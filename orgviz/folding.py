"""Fold text for comparing, character by character: the folded text has the length of the text."""

from __future__ import annotations

from collections.abc import Mapping

# Traditional characters of the words that the grammar knows, and the simplified ones that it is written in.
_TRADITIONAL = (
    "設組處員會長總經團隊辦劃關與為負責屬機構門務業專書記監導領協調對應項類級數後產銷運營財稅審術開發標質檢測維護醫藥學課職稱區廠車間"
    "庫倉儲參謀執幹編輯電腦網頁廣號單獨從輔綜統籌擔隸歸轄當國際聯絡條則規範圖館資訊訴訟約僱師傳聲體衛環詢問顧題說報彙實習見備採購輸證"
    "貿廳臺灣縣鎮鄉個幾兩該並無論讓戶據將來還過進這們東禮義興創戰選舉養貨幣準權歡樂農漁獸礦織廢複雜鑒於決議隨費點線檔勞動擬裝復齒園獎"
    "輛佈狀態離鄰華視覺攝貳製綱隻樣計萬時種頭現話愛寫讀聽買賣錢歲場馬語認識難遠連達違適遲遷銀錄鋼鐵錯閉陽陸階險雙雲靈靜響須預頻顏願顯"
    "飛飯飲驗鬥麗麥黃齊龍慶幫廟廬彈強徑恆憲懷憶戀拋挾掃換損擇擊擴攤敗敵斷晉暫曆歷殘殺氣沒況淨減湯滅漸潔潛澤濟濱災煙熱燈爭爺牆獄瓊畢畫"
    "異療盡盤矯確禍穩穀積競筆節築簡糧紀紅純紙紛細終給絕絲緊緣縮績續罰羅聖膚臨舊艙藝萊葉蓋蘇蟲衝補裏覽觀訂討訓許訪診詞試詳誌誠誤談請諮"
    "講謝譯販貸貼賀賓賠贈跡軍軟較載輕輪轉遊遞遼郵釋針鈔鋪閱闆陣陳陰隱雖韓順風餘駐騎魯鮮鹽黨齡圓圍塊壓壞壯夠夢奪奧婦孫寧寬層島嶺巖帶帳"
    "廈張徵慮摺擾敘極榮槍樓樹橋櫃歐殼毀氫漢滿漲潤燒爾犧獲獻瑪皚盜睏砲禪窮竊糾納紐結綁綠緒緝練縱繪繳罷翹聰肅脅脫腳膠臉艦蘭虛蝦襲觸誼諾"
    "謹譽豐貝貞貢貪貫賞賢賴賺贊踐躍軌軸辭邊鄭鄧釣鉛鋒鍋鍵鏈鑑閃閣闖陝雞霧靂頂頓頗頸額饑駕駛驅髒魚鳥鳳鴨鵝匯係懸"
    "內別啟裡嚴勵評懲倫親屆壇註棧劑兒攬冊併"
    "趙吳馮蕭呂盧鍾譚賈鄒龔溫喬莊聶鮑劉楊蔣閻鄺饒駱龐閔竇鞏"
)
_SIMPLIFIED = (
    "设组处员会长总经团队办划关与为负责属机构门务业专书记监导领协调对应项类级数后产销运营财税审术开发标质检测维护医药学课职称区厂车间"
    "库仓储参谋执干编辑电脑网页广号单独从辅综统筹担隶归辖当国际联络条则规范图馆资讯诉讼约雇师传声体卫环询问顾题说报汇实习见备采购输证"
    "贸厅台湾县镇乡个几两该并无论让户据将来还过进这们东礼义兴创战选举养货币准权欢乐农渔兽矿织废复杂鉴于决议随费点线档劳动拟装复齿园奖"
    "辆布状态离邻华视觉摄贰制纲只样计万时种头现话爱写读听买卖钱岁场马语认识难远连达违适迟迁银录钢铁错闭阳陆阶险双云灵静响须预频颜愿显"
    "飞饭饮验斗丽麦黄齐龙庆帮庙庐弹强径恒宪怀忆恋抛挟扫换损择击扩摊败敌断晋暂历历残杀气没况净减汤灭渐洁潜泽济滨灾烟热灯争爷墙狱琼毕画"
    "异疗尽盘矫确祸稳谷积竞笔节筑简粮纪红纯纸纷细终给绝丝紧缘缩绩续罚罗圣肤临旧舱艺莱叶盖苏虫冲补里览观订讨训许访诊词试详志诚误谈请咨"
    "讲谢译贩贷贴贺宾赔赠迹军软较载轻轮转游递辽邮释针钞铺阅板阵陈阴隐虽韩顺风余驻骑鲁鲜盐党龄圆围块压坏壮够梦夺奥妇孙宁宽层岛岭岩带帐"
    "厦张征虑折扰叙极荣枪楼树桥柜欧壳毁氢汉满涨润烧尔牺获献玛皑盗困炮禅穷窃纠纳纽结绑绿绪缉练纵绘缴罢翘聪肃胁脱脚胶脸舰兰虚虾袭触谊诺"
    "谨誉丰贝贞贡贪贯赏贤赖赚赞践跃轨轴辞边郑邓钓铅锋锅键链鉴闪阁闯陕鸡雾雳顶顿颇颈额饥驾驶驱脏鱼鸟凤鸭鹅汇系悬"
    "内别启里严励评惩伦亲届坛注栈剂儿揽册并"
    "赵吴冯萧吕卢钟谭贾邹龚温乔庄聂鲍刘杨蒋阎邝饶骆庞闵窦巩"
)


def _table() -> Mapping[int, int]:
    table = {0xFF01 + step: 0x21 + step for step in range(94)}
    table |= {ord(one): ord(other) for one, other in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)}
    table |= {ord(letter): ord(letter) + 32 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    letters = (*range(0xC0, 0x530), *range(0x1E00, 0x1F00))
    table |= {code: ord(chr(code).lower()) for code in letters if len(chr(code).lower()) == 1}
    table |= {0xFF21 + step: 0x61 + step for step in range(26)}  # after the full-width forms: these too are lowered
    table |= {ord(space): ord(" ") for space in "\u3000\u00a0\t\u2002\u2003\u2009\u202f"}
    table |= {ord(one): ord(other) for one, other in zip("〔〕﹕︰﹐﹔․‐‑–—―－−", "()::,;.-------", strict=True)}
    table |= {ord(mark): ord("、") for mark in "﹑､ㆍ・"}
    table |= {ord(mark): ord("'") for mark in "‘’"} | {ord("｡"): ord("。")}
    return table


_FOLD = _table()


def fold(text: str) -> str:
    """Return text in half-width, lower-case, simplified form, each character in its old place.

    >>> fold("總經理（ＣＥＯ）：王")
    '总经理(ceo):王'
    """
    return text.translate(_FOLD)


def fold_pattern(pattern: str) -> str:
    """Return a regular expression that is written as people write, for folded text; its escapes stay."""
    return "".join(sign if sign.isascii() else fold(sign) for sign in pattern)
