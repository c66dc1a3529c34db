package org.guixue.casefile.history;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an event may say beside its day and words; each has one name over the API and one kind of value. */
@SuppressWarnings("ImmutableEnumChecker") // copies that nothing changes
public enum Fact {
    AS("as", "建档类型", "SUSPICION=疑似辍学", "APPLICATION=申请（没有辍学）"),
    CAUSE("cause", "辍学原因", Kind.TEXT),
    WHEREABOUTS("whereabouts", "去向", Kind.TEXT),
    LAST_DAY_ATTENDED("lastDayAttended", "最后到校日期", Kind.DATE),
    NEVER_ENROLLED("neverEnrolled", "从未入学", Kind.FLAG),
    RESPONSIBLE("responsible", "责任人", Kind.TEXT),
    SCHOOL("school", "学校", Kind.ID),
    GRADE("grade", "年级", Kind.TEXT),
    SCHOOL_CLASS("schoolClass", "班级", Kind.TEXT),
    /** S2 三: how the child sits in class. */
    CLASS_FORM("classForm", "编班方式", "随班就读", "单独编班", "先单独编班辅导再分班", "特教班"),
    BY("by", "由谁", Kind.TEXT),
    OF("of", "事项", "DEFERRAL=缓学", "SUSPENSION=休学", "HOME_TUITION=送教上门"),
    /** Why it was applied for or decided. */
    GROUND("ground", "理由", "HEALTH=因病", "REFUSAL=本人拒绝", "DISABILITY=残疾"),
    GRANTED("granted", "是否批准", Kind.FLAG),
    /** The day on which guardian or child said it would be back. */
    PROMISED("promised", "约定返校日期", Kind.DATE),
    /** How long an order gives, from its receipt. */
    DAYS("days", "期限（日）", Kind.COUNT),
    UNTIL("until", "期限至", Kind.DATE),
    NUMBER("number", "文号", Kind.TEXT),
    /** Why a case may end. */
    END(
            "end",
            "销号理由",
            "RETURNED=已复学并跟踪",
            "VOCATIONAL=已安置中职并跟踪",
            "ELSEWHERE=外地就读",
            "COMPLETED=完成义务教育",
            "LEFT_COUNTRY=出国（境）",
            "DIED=死亡",
            "SIXTEEN=年满16周岁未完成义务教育"),
    TO("to", "移交给", Kind.ID),
    PERSUASION("persuasion", "劝返记录", Kind.ID),
    /** 联合劝返: derived from who was there, never typed. */
    JOINT("joint", "联合劝返", Kind.FLAG),
    CHILD_MET("childMet", "见到学生", Kind.FLAG),
    DELIVERY("delivery", "送达记录", Kind.ID),
    STAGE("stage", "司法程序", "FILED=立案", "JUDGED=判决", "ENFORCED=执行"),
    /** Whether the guardian did his duty, as it was found: S2 三 grants nothing to a refusal that he stands behind. */
    GUARDIAN("guardian", "监护人履行义务", "DUTIFUL=已履行", "HINDERS=阻碍入学"),
    /** The child's own refusal, heard where it was met. */
    CHILD_REFUSES("childRefuses", "学生本人拒绝", Kind.FLAG),
    /** Said by somebody who may propose it and not decide it. */
    PROPOSED("proposed", "建议，待教育局决定", Kind.FLAG),
    /** Who leads the case, where it is not who opened it. */
    LEAD("lead", "主办单位", Kind.ID),
    PAPER("paper", "文书", Kind.ID),
    /** The movement on the roll that it was learnt from; nobody was asked whether it may be. */
    MOVEMENT("movement", "异动登记", Kind.ID),
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
        /** A whole number. */
        COUNT,
        /** The id of something of ours. */
        ID,
        CHOICE
    }

    private final String key;
    private final String label;
    private final Kind kind;
    private final Map<String, String> choices;

    Fact(String key, String label, Kind kind) {
        this.key = key;
        this.label = label;
        this.kind = kind;
        this.choices = Map.of();
    }

    /** @param choices each as {@code CODE=label}, or a label that is its own code */
    Fact(String key, String label, String... choices) {
        this.key = key;
        this.label = label;
        this.kind = Kind.CHOICE;
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : choices) {
            int apart = each.indexOf('=');
            all.put(apart < 0 ? each : each.substring(0, apart), each.substring(apart + 1));
        }
        this.choices = Collections.unmodifiableMap(all);
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
        return List.copyOf(choices.keySet());
    }

    /** A value as people read it. */
    public String spoken(String value) {
        return switch (kind) {
            case CHOICE -> choices.getOrDefault(value, value);
            case FLAG -> value.equals("true") ? "是" : "否";
            default -> value;
        };
    }
}
