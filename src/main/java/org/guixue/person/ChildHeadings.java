package org.guixue.person;

import java.util.List;
import java.util.stream.Stream;

/** How lists of other offices head what a child is called and its resident ID: of whom, and which word for it. */
final class ChildHeadings {
    private static final List<String> WHOSE = List.of(
            "", "学生", "儿童", "少年", "儿童少年", "少年儿童", "适龄儿童", "适龄儿童少年", "残疾儿童", "残疾学生", "残疾人", "孩子", "幼儿", "新生", "本人",
            "监测对象");

    private static final List<String> NAMES = List.of("姓名", "名字");

    private static final List<String> IDS = List.of(
            "身份证号", "身份证号码", "身份证件号", "身份证件号码", "身份证", "居民身份证号", "居民身份证号码", "公民身份号码", "公民身份证号", "公民身份证号码", "身份号码",
            "证件号", "证件号码");

    private ChildHeadings() {}

    /** Of the resident ID, without the label itself. */
    static String[] ofId() {
        return each(IDS).filter(name -> !name.equals("身份证号")).toArray(String[]::new);
    }

    /** Of the name, without the label itself. */
    static String[] ofName() {
        return Stream.concat(each(NAMES).filter(name -> !name.equals("姓名")), Stream.of("姓 名", "学生"))
                .toArray(String[]::new);
    }

    private static Stream<String> each(List<String> words) {
        return WHOSE.stream().flatMap(whose -> words.stream().map(word -> whose + word));
    }
}
