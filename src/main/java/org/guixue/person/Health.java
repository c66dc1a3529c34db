package org.guixue.person;

import java.util.Optional;
import org.guixue.identity.CodeList;
import org.guixue.identity.Normaliser;

/**
 * What the roster says of a child's health: words as they were typed, the codes of the national roster system and of
 * GB/T 2261.3 as their labels.
 */
public final class Health {
    private static final CodeList OPTIONS = CodeList.of(
            "1", "健康或良好", "10", "健康或良好", "2", "一般或较弱", "20", "一般或较弱", "3", "有慢性病", "30", "有慢性病", "31", "心血管病", "32",
            "脑血管病", "33", "慢性呼吸系统病", "34", "慢性消化系统病", "35", "慢性肾炎", "36", "结核病", "37", "糖尿病", "38", "神经或精神疾病", "41",
            "癌症", "49", "其他慢性病", "4", "有生理缺陷", "40", "有生理缺陷", "5", "残疾", "50", "残疾", "6", "残疾", "60", "残疾", "61",
            "视力残疾", "62", "听力残疾", "63", "言语残疾", "64", "肢体残疾", "65", "智力残疾", "66", "精神残疾", "67", "多重残疾", "69", "其他残疾");

    private Health() {}

    public static String read(String typed) {
        return OPTIONS.label(typed).orElseGet(() -> Normaliser.text(typed).strip());
    }

    /** Figures that are no code say nothing. */
    static Optional<String> fault(String text) {
        return text.matches("[0-9]+")
                ? Optional.of("没有“%s”这个健康状况代码，请填写名称，如健康或良好".formatted(text.substring(0, Math.min(10, text.length()))))
                : Optional.empty();
    }
}
