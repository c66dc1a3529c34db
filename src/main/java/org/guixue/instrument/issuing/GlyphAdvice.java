package org.guixue.instrument.issuing;

import java.util.Map;
import java.util.TreeMap;
import org.guixue.rendering.MissingGlyph;

/** What to do about a character that no font draws: other words, or which font has it and where it is put. */
final class GlyphAdvice {
    private static final String INSTALL = "请管理员把含有该字的TrueType字体（.ttf，如%s）放进数据目录的fonts文件夹，重新启动后即可签发";
    private static final String SIGN = "这是符号，请改用文字，或用“√”“×”“□”";
    private static final String PRIVATE =
            "这是自造字（专用区的编码），各台电脑所显示的可能不同，请改用这个字的标准编码重新输入；没有标准编码的，" + INSTALL.formatted("本地造字所用的字体");
    private static final String PLANGOTHIC = INSTALL.formatted("遍黑体Plangothic P1、P2");

    /** By the first code point of each stretch (Unicode 17, Blocks.txt). */
    private static final TreeMap<Integer, String> STRETCHES = new TreeMap<>(Map.ofEntries(
            Map.entry(0, INSTALL.formatted("Noto Sans")),
            Map.entry(0x0600, "维吾尔文、哈萨克文等从右到左书写，本系统不能排印，请填写汉字译名"),
            Map.entry(0x0780, INSTALL.formatted("Noto Sans")),
            Map.entry(0x0f00, "藏文的字形要上下叠合，本系统不能排印，请填写汉字译名"),
            Map.entry(0x1000, INSTALL.formatted("Noto Sans")),
            Map.entry(0x1800, "蒙古文竖写连书，本系统不能排印，请填写汉字译名"),
            Map.entry(0x18b0, INSTALL.formatted("Noto Sans")),
            Map.entry(0x2000, SIGN),
            Map.entry(0x2e80, PLANGOTHIC),
            Map.entry(0xa000, INSTALL.formatted("Windows自带的Microsoft Yi Baiti，msyi.ttf")),
            Map.entry(0xa4d0, INSTALL.formatted("Noto Sans")),
            Map.entry(0xe000, PRIVATE),
            Map.entry(0xf900, PLANGOTHIC),
            Map.entry(0xfb00, "维吾尔文、哈萨克文等从右到左书写，本系统不能排印，请填写汉字译名"),
            Map.entry(0xfe00, SIGN),
            Map.entry(0x10000, INSTALL.formatted("Noto Sans")),
            Map.entry(0x1f000, SIGN),
            Map.entry(0x20000, INSTALL.formatted("Windows自带的宋体-ExtB，simsunb.ttf")),
            Map.entry(0x2a700, PLANGOTHIC),
            Map.entry(0x30000, INSTALL.formatted("Windows 11自带的宋体-ExtG，SimsunExtG.ttf，或遍黑体Plangothic P2")),
            Map.entry(0x31350, INSTALL.formatted("遍黑体Plangothic P2")),
            Map.entry(0xf0000, PRIVATE)));

    private GlyphAdvice() {}

    static String of(MissingGlyph missing) {
        String way =
                switch (Character.getType(missing.codePoint())) {
                    case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK, Character.LINE_SEPARATOR ->
                        "这是看不见的字符或附加符号，多半是复制时带来的，请删去后重新输入这一栏";
                    default -> STRETCHES.floorEntry(missing.codePoint()).getValue();
                };
        return "“%s”（%s）在现有字体中没有字形，印不出来，因此不能签发；%s".formatted(missing.character(), missing.code(), way);
    }
}
