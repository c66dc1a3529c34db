package org.guixue.person;

import java.text.Normalizer;

/** 男 or 女, also as 男性, 女性 or by the codes 1 and 2 of GB/T 2261.1. Papers know no third answer, so 0 and 9 are refused. */
public record Sex(String text) {
    public Sex {
        String typed = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        text = switch (typed) {
            case "男", "男性", "1" -> "男";
            case "女", "女性", "2" -> "女";
            case "" -> throw new IllegalArgumentException("请填写性别（男或女）");
            case "0", "9", "未知", "未说明", "未知的性别", "未说明的性别" ->
                throw new IllegalArgumentException("性别未知或未说明的，请核对户口簿或出生医学证明后填“男”或“女”");
            default -> throw new IllegalArgumentException("性别应为“男”或“女”，请重新选择");
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
