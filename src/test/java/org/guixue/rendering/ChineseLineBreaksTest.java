package org.guixue.rendering;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ChineseLineBreaksTest {
    private static final String NEVER_FIRST = "，。、；：？！）》」』】〕％…—”’";
    private static final String NEVER_LAST = "（《「『【〔“‘";
    private static final String[] PARTS = {
        "张",
        "三",
        "学",
        "校",
        "家",
        "长",
        "，",
        "。",
        "、",
        "；",
        "：",
        "？",
        "！",
        "（",
        "）",
        "《",
        "》",
        "「",
        "」",
        "〔",
        "〕",
        "——",
        "……",
        "2026",
        "12345678",
        "ABC",
        "98%",
        "3.5",
        "“",
        "”",
        "𠮷",
        "㐂",
        " ",
        "民",
        "义",
        "务",
        "教",
        "育",
        "法"
    };

    @Test
    void noLineBeginsOrEndsWithAForbiddenMark() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            StringBuilder text = new StringBuilder("开头");
            for (int i = 0; i < 500; i++) {
                String part = PARTS[random.nextInt(PARTS.length)];
                char last = text.charAt(text.length() - 1);
                boolean piledUp = (isMark(last) && isMark(part.charAt(0))) || (last < 0x250 && part.charAt(0) < 0x250);
                text.append(piledUp ? "字" : "").append(part);
            }
            int width = 60 + random.nextInt(100);
            for (String line : lines(text.append("结尾").toString(), width)) {
                assertFalse(NEVER_FIRST.indexOf(line.charAt(0)) >= 0, "seed " + seed + " first of: " + line);
                assertFalse(
                        NEVER_LAST.indexOf(line.charAt(line.length() - 1)) >= 0, "seed " + seed + " last of: " + line);
            }
        }
    }

    @Test
    void numbersWordsAndDoubleMarksAreNotTorn() throws IOException {
        for (int width = 40; width < 60; width++) {
            for (String line : lines("一二三四五六七八九十——二〇二六年20260315号……ABCDEF字字字字字字12,345.67元98.5%结尾结尾", width)) {
                assertFalse(line.endsWith("—") && !line.endsWith("——"), line);
                assertFalse(line.startsWith("—") || line.startsWith("…"), line);
                assertTrue(!line.contains("2026031") || line.contains("20260315"), line);
                assertTrue(!line.contains("ABC") || line.contains("ABCDEF"), line);
            }
        }
    }

    @Test
    void aClosingMarkStaysWithTheBlankBeforeIt() throws IOException {
        for (int width = 40; width < 60; width++) {
            String text =
                    "<span class=\"v\">张三</span>，男；<span>李四四</span>、<span>王五五五</span>（<span>赵六</span>）。".repeat(12);
            for (String line : lines(text, width)) {
                assertFalse(NEVER_FIRST.indexOf(line.charAt(0)) >= 0, line);
                assertFalse(NEVER_LAST.indexOf(line.charAt(line.length() - 1)) >= 0, line);
            }
        }
    }

    /** A space after an opening mark is no place to break: the line would end with the mark. */
    @Test
    void anOpeningMarkWithASpaceBehindItDoesNotEndALine() throws IOException {
        for (int width = 40; width < 60; width++) {
            for (String line : lines("字字字字（ 字字字「 字字字字字《 2026".repeat(12), width)) {
                assertFalse(NEVER_LAST.indexOf(line.charAt(line.length() - 1)) >= 0, line);
            }
        }
    }

    private static boolean isMark(char c) {
        return (NEVER_FIRST + NEVER_LAST + "—…").indexOf(c) >= 0;
    }

    private static String[] lines(String text, int widthMm) throws IOException {
        byte[] pdf = new Renderer(Samples.FONTS)
                .render(Paper.of(
                        Samples.html("<div style=\"width:" + widthMm + "mm\">" + text + "</div>"), Samples.ABOUT))
                .pdf();
        if (widthMm % 10 == 0) {
            ConformityCheck.assertConforms(pdf);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String all = new PDFTextStripper().getText(document);
            return all.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("第\\d+页 共\\d+页"))
                    .toArray(String[]::new);
        }
    }
}
