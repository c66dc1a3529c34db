package org.guixue.reconciliation;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.guixue.ValuesRefused;
import org.guixue.identity.Normaliser;
import org.guixue.identity.SchoolGrade;
import org.guixue.identity.VisibleText;
import org.guixue.person.Student;
import org.guixue.person.StudentState;

/** Whose register a list comes from, and which of our children it ought to have. */
public enum RegisterKind {
    /** All on the roll. */
    ROLL("学籍系统", "学籍|全国学籍系统|中小学生学籍系统"),
    POVERTY("防返贫监测", "国扶|国扶系统|防返贫|脱贫|乡村振兴"),
    DISABILITY("残疾人系统", "残疾人|残联|残联系统"),
    POLICE("公安适龄儿童", "公安|公安户籍|户籍"),
    ADMISSION("入学通知名单", "入学通知|招生名单|新生名单"),
    TOWNSHIP("乡镇名单", "乡镇|村名单"),
    OTHER("其他名册", "");

    private static final int LONGEST = 40;
    private static final int PRIMARY = 6;
    private static final Pattern POOR = Pattern.compile("脱贫|返贫|贫困");

    private final String label;
    private final String others;

    /** @param others other usual names, with | between them */
    RegisterKind(String label, String others) {
        this.label = label;
        this.others = others;
    }

    public String label() {
        return label;
    }

    /** Whether to stand on it tells of a disability, so that the whole comparison is for holders of the grant. */
    public boolean sensitive() {
        return this == DISABILITY;
    }

    /** Whether a child at school who does not stand on such a list may have stayed away. */
    boolean tellsOfAbsence() {
        return this != POVERTY && this != DISABILITY;
    }

    /** Whether a child of ours ought to stand on such a list. */
    boolean expects(Student child) {
        boolean gone = child.state() == StudentState.TRANSFERRED || child.state() == StudentState.GRADUATED;
        return !gone && isMeant(child);
    }

    private boolean isMeant(Student child) {
        return switch (this) {
            case POVERTY ->
                child.heldCategories().stream()
                        .anyMatch(held -> POOR.matcher(held.name()).find());
            case DISABILITY -> !child.disability().isNone();
            case ADMISSION -> SchoolGrade.number(child.grade()) % PRIMARY == 1;
            default -> true;
        };
    }

    /**
     * By its code, its label or another usual name; whatever else is typed names another register.
     *
     * @throws ValuesRefused where nothing is typed, or too much
     */
    static RegisterKind of(String typed) {
        String text = Normaliser.line(typed);
        if (text.isEmpty()) {
            throw new ValuesRefused("register", "请写明是哪个部门的名册，如学籍系统、残疾人系统");
        }
        VisibleText.lineRefusal(text, LONGEST).ifPresent(why -> {
            throw new ValuesRefused("register", why);
        });
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(text)
                        || kind.label.equals(text)
                        || List.of(kind.others.split("\\|")).contains(text))
                .findFirst()
                .orElseGet(() -> text.contains("残") ? DISABILITY : OTHER);
    }

    /** What a list of that kind is called where its bringer typed this. */
    String named(String typed) {
        String text = Normaliser.line(typed);
        return text.equalsIgnoreCase(name()) ? label : text;
    }
}
