package org.guixue.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the 56 peoples by its name in GB/T 3304-1991, such as 汉族; also 其他 (97) and 外国血统 (98). The short name (汉), the
 * codes (01, HA), code and name together (01-汉族) and a few old spellings are accepted.
 */
public record Ethnicity(String text) {
    /** In the order of their codes, 01 first. */
    public static final List<String> ALL = List.of(
            "汉族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族",
            "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族",
            "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族", "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族",
            "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族", "门巴族", "珞巴族", "基诺族");

    public static final String OTHER = "其他";
    public static final String FOREIGN = "外国血统";
    private static final List<String> LETTERS = List.of(
            "HA", "MG", "HU", "ZA", "UG", "MH", "YI", "ZH", "BY", "CS", "MA", "DO", "YA", "BA", "TJ", "HN", "KZ", "DA",
            "LI", "LS", "VA", "SH", "GS", "LH", "SU", "DX", "NX", "JP", "KG", "TU", "DU", "ML", "QI", "BL", "SL", "MN",
            "GL", "XB", "AC", "PM", "TA", "NU", "UZ", "RS", "EW", "DE", "BN", "YG", "GI", "TT", "DR", "OR", "HZ", "MB",
            "LB", "JN");
    private static final CodeList OPTIONS = options();

    private static CodeList options() {
        List<String> codes = new ArrayList<>(List.of("97", OTHER, "98", FOREIGN));
        for (int i = 0; i < ALL.size(); i++) {
            codes.addAll(List.of(Integer.toString(i + 1), ALL.get(i), LETTERS.get(i), ALL.get(i)));
        }
        CodeList options = CodeList.of(codes.toArray(String[]::new))
                .also(OTHER, "其它", "其他民族", "未识别民族", "未识别的民族")
                .also(FOREIGN, "外国血统中国籍人士", "外国血统中国籍", "入籍", "外国人加入中国籍")
                .also("畲族", "畬族", "畬")
                .also("毛南族", "毛难族", "毛难")
                .also("德昂族", "崩龙族", "崩龙")
                .also("傈僳族", "僳僳族", "栗粟族")
                .also("乌孜别克族", "乌兹别克族", "乌兹别克");
        for (String name : ALL) {
            options = options.also(name, name.substring(0, name.length() - 1));
        }
        return options;
    }

    public Ethnicity {
        String typed = Normaliser.code(text);
        text = known(typed).orElseThrow(() -> new IllegalArgumentException(fault(typed)));
    }

    public static Given<Ethnicity> read(String typed) {
        String text = Normaliser.code(typed);
        return text.isEmpty()
                ? Given.nothing()
                : known(text)
                        .map(known -> Given.of(known, new Ethnicity(known)))
                        .orElseGet(() -> Given.refused(text, fault(text)));
    }

    private static Optional<String> known(String typed) {
        return OPTIONS.label(typed);
    }

    private static String fault(String typed) {
        return "没有“%s”这个民族，请填56个民族的名称%s".formatted(shortened(typed), hint(typed));
    }

    private static String hint(String typed) {
        List<String> near = ALL.stream()
                .filter(name -> !typed.isEmpty() && name.charAt(0) == typed.charAt(0))
                .toList();
        return near.isEmpty() ? "，如汉族；不在其中的填“其他”" : "，是否为" + String.join("、", near) + "？";
    }

    private static String shortened(String typed) {
        return typed.codePointCount(0, typed.length()) > 10
                ? typed.substring(0, typed.offsetByCodePoints(0, 10)) + "…"
                : typed;
    }

    @Override
    public String toString() {
        return text;
    }
}
