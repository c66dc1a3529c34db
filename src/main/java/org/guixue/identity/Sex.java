package org.guixue.identity;

import java.util.Map;
import java.util.Optional;

/** 男 or 女, also as 男性, 女性 or by the codes 1 and 2 of GB/T 2261.1. Papers know no third answer, so 0 and 9 are refused. */
public record Sex(String text) {
    private static final Map<String, String> WORDS =
            Map.of("男", "男", "男性", "男", "1", "男", "女", "女", "女性", "女", "2", "女");

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
        return Optional.ofNullable(WORDS.get(text));
    }

    private static String fault(String text) {
        return switch (text) {
            case "" -> "请填写性别（男或女）";
            case "0", "9", "未知", "未说明", "未知的性别", "未说明的性别" -> "性别未知或未说明的，请核对户口簿或出生医学证明后填“男”或“女”";
            default -> "性别应为“男”或“女”，请重新选择";
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
