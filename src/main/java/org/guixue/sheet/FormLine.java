package org.guixue.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.form.Form;

/**
 * A form as a list shows it.
 *
 * @param about whom it is about, in Chinese
 * @param facts what one should know before taking it: copies, who signs by hand, how long it is kept
 * @param law the statutes it rests on
 * @param fill where it is begun
 * @param many whether it may be issued to many children at once
 */
public record FormLine(
        String id,
        String title,
        String about,
        List<String> facts,
        List<String> law,
        String fill,
        String blank,
        boolean many) {
    static FormLine of(Form form, List<String> law, Optional<SubjectChoice.Chosen> chosen) {
        String path = "/forms/" + form.id();
        return new FormLine(
                form.id().toString(),
                form.title(),
                about(form),
                facts(form),
                law,
                chosen.flatMap(child -> child.begin(form)).orElse(path),
                path + "/blank.pdf",
                form.about().child());
    }

    private static String about(Form form) {
        return switch (form.about()) {
            case STUDENT -> "一名学生";
            case CASE -> "一名已建个案的学生";
            case OFFICE -> "一个单位";
            case TERM -> "一个学期";
            case PERIOD -> "一个单位的一个期间";
        };
    }

    private static List<String> facts(Form form) {
        List<String> facts = new ArrayList<>();
        if (form.copies().size() > 1) {
            facts.add("一式" + form.copies().size() + "联：" + String.join("、", form.copies()));
        }
        form.countersigned()
                .forEach(who -> facts.add(
                        switch (who) {
                            case "GUARDIAN" -> "打印后由家长手写签名";
                            case "SECOND_PARTY" -> "打印后由乙方签字或盖章";
                            default -> "打印后还要手写签名";
                        }));
        if (form.approval()) {
            facts.add("须经本单位审批后用印");
        }
        facts.add(
                switch (form.retention()) {
                    case "Y" -> "永久保管";
                    case "D30" -> "保管30年";
                    default -> "保管10年";
                });
        return facts;
    }
}
