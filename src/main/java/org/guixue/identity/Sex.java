package org.guixue.identity;

import java.util.Optional;

/** 男 or 女, also as 男性, 女性 or by the codes 1 and 2 of GB/T 2261.1. Papers know no third answer, so 0 and 9 are refused. */
public record Sex(String text) {
    private static final CodeList OPTIONS =
            CodeList.of("1", "男", "2", "女").also("男", "男性", "男生", "M").also("女", "女性", "女生", "F");
    private static final CodeList UNKNOWN =
            CodeList.of("0", "未知的性别", "9", "未说明的性别").also("未知的性别", "未知", "未知性别").also("未说明的性别", "未说明", "未说明性别");

    public Sex {
        String typed = Normaliser.code(text);
        text = meaning(typed).orElseThrow(() -> new IllegalArgumentException(fault(typed)));
    }

    public static Given<Sex> read(String typed) {
        String text = Normaliser.code(typed);
        return meaning(text)
                .map(meant -> Given.of(meant, new Sex(meant)))
                .orElseGet(() -> Given.refused(text, fault(text)));
    }

    private static Optional<String> meaning(String text) {
        return OPTIONS.label(text);
    }

    private static String fault(String text) {
        if (text.isEmpty()) {
            return "请填写性别（男或女）";
        }
        return UNKNOWN.label(text).isPresent() ? "性别未知或未说明的，请核对户口簿或出生医学证明后填“男”或“女”" : "性别应为“男”或“女”，请重新选择";
    }

    @Override
    public String toString() {
        return text;
    }
}
