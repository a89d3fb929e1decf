"""Classes of typeface: the standard names 仿宋体, never one vendor's font."""

from __future__ import annotations

FACES: dict[str, tuple[str, ...]] = {
    "仿宋": ("仿宋", "仿宋_GB2312", "仿宋_GBK", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体",
             "方正仿宋_GB2312", "方正仿宋_GB18030", "华文仿宋", "STFangsong", "FZFangSong-Z02", "FandolFang", "CESI仿宋-GB2312",
             "CESI_FS_GB2312", "汉仪仿宋简", "长城仿宋"),
    "楷体": ("楷体", "楷体_GB2312", "楷体_GBK", "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体",
             "方正楷体_GB2312", "方正楷体_GB18030", "华文楷体", "STKaiti", "FZKai-Z03", "FandolKai", "CESI楷体-GB2312",
             "CESI_KT_GB2312", "汉仪楷体简"),
    "黑体": ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "方正黑体_GB18030", "华文黑体", "STHeiti", "FZHei-B01",
             "FandolHei", "CESI黑体-GB2312", "CESI_HT_GB2312", "思源黑体", "Noto Sans CJK SC", "汉仪中黑简"),
    "宋体": ("宋体", "SimSun", "NSimSun", "新宋体", "方正书宋_GBK", "方正书宋简体", "方正宋体", "华文宋体", "STSong", "思源宋体",
             "Noto Serif CJK SC", "FandolSong", "CESI宋体-GB2312", "CESI_SS_GB2312"),
    "小标宋": ("方正小标宋简体", "方正小标宋_GBK", "方正小标宋_GB18030", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋",
               "小标宋体", "小标宋_GBK", "方正小标宋", "方正大标宋简体", "方正大标宋_GBK", "华文中宋", "STZhongsong", "CESI小标宋-GB2312", "CESI_XBS_GB2312", "汉仪小标宋简", "文星标宋", "长城小标宋"),
}  # fmt: skip
_CLASSES = {name.lower(): kind for kind, names in FACES.items() for name in names}


def face_class(name: str) -> str:
    """The class a font belongs to, or its own name where none is known."""
    return _CLASSES.get(name.strip().lower(), name)
