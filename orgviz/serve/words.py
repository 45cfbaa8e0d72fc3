"""What the page of the live preview says, in the language of the chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orgviz.vocabulary import language_key

# What the page of the live preview says.
_PREVIEW = (
    "fine", "drawing", "error", "errors", "warning", "warnings", "more", "kept", "nothing", "lost", "closed", "hint",
    "fit", "larger", "smaller",
)  # fmt: skip
_PREVIEW_WORDS: Final[Mapping[str, str]] = {
    "en": (
        "up to date|drawing …|1 error|{n} errors|1 warning|{n} warnings|… and {n} more"
        "|The picture shows the last state without errors.|Nothing is drawn yet."
        "|No connection to orgviz; trying again …|Open the address that orgviz has printed.|hint"
        "|Fit|Larger|Smaller"
    ),
    "zh-hans": (
        "已是最新|正在绘制……|1 个错误|{n} 个错误|1 个警告|{n} 个警告|……还有 {n} 个"
        "|图中显示的是最近一次没有错误的状态。|还没有可以显示的图。"
        "|与 orgviz 的连接已断开，正在重试……|请打开 orgviz 显示的地址。|提示"
        "|适合窗口|放大|缩小"
    ),
    "zh-hant": (
        "已是最新|正在繪製……|1 個錯誤|{n} 個錯誤|1 個警告|{n} 個警告|……還有 {n} 個"
        "|圖中顯示的是最近一次沒有錯誤的狀態。|還沒有可以顯示的圖。"
        "|與 orgviz 的連線已中斷，正在重試……|請開啟 orgviz 顯示的網址。|提示"
        "|符合視窗|放大|縮小"
    ),
    "ja": (
        "最新です|描画中…|エラー 1 件|エラー {n} 件|警告 1 件|警告 {n} 件|…ほか {n} 件"
        "|図は、エラーのない最後の状態です。|表示できる図はまだありません。"
        "|orgviz と接続できません。再試行しています…|orgviz が表示したアドレスを開いてください。|ヒント"
        "|全体表示|拡大|縮小"
    ),
    "ko": (
        "최신 상태|그리는 중…|오류 1개|오류 {n}개|경고 1개|경고 {n}개|… 외 {n}개"
        "|그림은 오류가 없던 마지막 상태입니다.|아직 표시할 그림이 없습니다."
        "|orgviz에 연결할 수 없습니다. 다시 시도하는 중…|orgviz가 출력한 주소를 여십시오.|도움말"
        "|화면에 맞춤|확대|축소"
    ),
    "de": (
        "aktuell|wird gezeichnet …|1 Fehler|{n} Fehler|1 Warnung|{n} Warnungen|… und {n} weitere"
        "|Das Bild zeigt den letzten Stand ohne Fehler.|Noch ist nichts gezeichnet."
        "|Keine Verbindung zu orgviz; neuer Versuch …|Bitte die Adresse öffnen, die orgviz ausgegeben hat.|Hinweis"
        "|Einpassen|Größer|Kleiner"
    ),
}


def preview_words(lang: str) -> Mapping[str, str]:
    """Return what the live preview says in a BCP 47 language; English where there are no words.

    >>> preview_words("de")["fine"]
    'aktuell'
    """
    text = _PREVIEW_WORDS.get(language_key(lang), _PREVIEW_WORDS["en"])
    return dict(zip(_PREVIEW, text.split("|"), strict=True))
