package org.guixue.casefile.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an event may say beside its day and words; each has one name over the API and one kind of value. */
@SuppressWarnings("ImmutableEnumChecker") // copies that nothing changes
public enum Fact {
    AS("as", "建档类型", Kind.CHOICE, List.of("SUSPICION", "APPLICATION")),
    CAUSE("cause", "辍学原因", Kind.TEXT),
    WHEREABOUTS("whereabouts", "去向", Kind.TEXT),
    LAST_DAY_ATTENDED("lastDayAttended", "最后到校日期", Kind.DATE),
    NEVER_ENROLLED("neverEnrolled", "从未入学", Kind.FLAG),
    RESPONSIBLE("responsible", "责任人", Kind.TEXT),
    SCHOOL("school", "学校", Kind.ID),
    GRADE("grade", "年级", Kind.TEXT),
    SCHOOL_CLASS("schoolClass", "班级", Kind.TEXT),
    /** S2 三: how the child sits in class. */
    CLASS_FORM("classForm", "编班方式", Kind.CHOICE, List.of("随班就读", "单独编班", "先单独编班辅导再分班", "特教班")),
    BY("by", "由谁", Kind.TEXT),
    OF("of", "事项", Kind.CHOICE, List.of("DEFERRAL", "SUSPENSION", "HOME_TUITION")),
    /** Why it was applied for or decided. */
    GROUND("ground", "理由", Kind.CHOICE, List.of("HEALTH", "REFUSAL", "DISABILITY")),
    GRANTED("granted", "是否批准", Kind.FLAG),
    UNTIL("until", "期限至", Kind.DATE),
    NUMBER("number", "批准文号", Kind.TEXT),
    /** Why a case may end. */
    END(
            "end",
            "销号理由",
            Kind.CHOICE,
            List.of("RETURNED", "VOCATIONAL", "ELSEWHERE", "COMPLETED", "LEFT_COUNTRY", "DIED", "SIXTEEN")),
    TO("to", "移交给", Kind.ID),
    PERSUASION("persuasion", "劝返记录", Kind.ID),
    /** 联合劝返: derived from who was there, never typed. */
    JOINT("joint", "联合劝返", Kind.FLAG),
    CHILD_MET("childMet", "见到学生", Kind.FLAG),
    DELIVERY("delivery", "送达记录", Kind.ID),
    STAGE("stage", "司法程序", Kind.CHOICE, List.of("FILED", "JUDGED", "ENFORCED")),
    /** Whether the guardian did his duty, as it was found: S2 三 grants nothing to a refusal that he stands behind. */
    GUARDIAN("guardian", "监护人履行义务", Kind.CHOICE, List.of("DUTIFUL", "HINDERS")),
    /** The child's own refusal, heard where it was met. */
    CHILD_REFUSES("childRefuses", "学生本人拒绝", Kind.FLAG),
    /** Said by somebody who may propose it and not decide it. */
    PROPOSED("proposed", "建议，待教育局决定", Kind.FLAG),
    /** Who leads the case, where it is not who opened it. */
    LEAD("lead", "主办单位", Kind.ID),
    PAPER("paper", "文书", Kind.ID),
    /** Why it departs from what is recommended. */
    REASON("reason", "说明", Kind.TEXT),
    CORRECTS("corrects", "更正哪一条", Kind.ID),
    REPLACEMENT("replacement", "代之以", Kind.ID);

    /** What its value is. */
    public enum Kind {
        TEXT,
        DATE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** The id of something of ours. */
        ID,
        CHOICE
    }

    private final String key;
    private final String label;
    private final Kind kind;
    private final List<String> choices;

    Fact(String key, String label, Kind kind) {
        this(key, label, kind, List.of());
    }

    Fact(String key, String label, Kind kind, List<String> choices) {
        this.key = key;
        this.label = label;
        this.kind = kind;
        this.choices = List.copyOf(choices);
    }

    /** By its name over the API. */
    public static Optional<Fact> of(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Of a {@link Kind#CHOICE}: what may be chosen. */
    public List<String> choices() {
        return choices;
    }
}
