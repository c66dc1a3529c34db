package org.guixue.casefile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guixue.casefile.history.Situation;

/**
 * Why children are away, roughly: causes are written in words, and counted by the first of these groups that the words fit
 * (本单位规定: no source has a list). What may tell of an illness or a disability is a group only for who holds the grant;
 * for others it is among {@link #OTHER}, so that neither a figure nor a list tells of it.
 */
public enum CauseGroup {
    HEALTH("身体原因（另册）", "残疾|残障|病|诊断|医院|精神|智力|自闭|孤独症|脑瘫|抑郁|身体|健康|怀孕"),
    HARDSHIP("家庭经济困难", "贫困|经济|困难|交不起|负担|没钱"),
    WORK("外出务工、经商", "打工|务工|做工|上班|经商|学手艺|学徒|挣钱|帮工"),
    MOVED("随家庭外出", "随父母|随家|随迁|外出|搬|外地|流动"),
    WEARY("厌学、学习困难", "厌学|不想|不愿|不肯|成绩|跟不上|学习|逃学|沉迷|网络|游戏"),
    FAMILY("家庭变故、监护缺失", "离异|离婚|监护|去世|父母双亡|单亲|变故|照顾|留守"),
    MARRIAGE("早婚早育", "早婚|结婚|订婚|早育"),
    OTHER("其他", ""),
    UNKNOWN("还没有查明", "不明|不清|待查|未查|失联|联系不上|找不到");

    private final String label;
    private final Pattern words;

    @SuppressWarnings("ImmutableEnumChecker") // a pattern never changes
    CauseGroup(String label, String words) {
        this.label = label;
        this.words = Pattern.compile(words);
    }

    public String label() {
        return label;
    }

    /** For who holds the grant, or does not: the groups that there are. */
    public static Set<CauseGroup> shown(boolean mayReadSensitive) {
        return mayReadSensitive ? EnumSet.allOf(CauseGroup.class) : EnumSet.complementOf(EnumSet.of(HEALTH));
    }

    public static Optional<CauseGroup> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    public static CauseGroup of(Situation then, boolean mayReadSensitive) {
        CauseGroup found = of(then.cause().or(then::begunBecause).orElse(""));
        return found == HEALTH && !mayReadSensitive ? OTHER : found;
    }

    static CauseGroup of(String cause) {
        if (cause.isBlank()) {
            return UNKNOWN;
        }
        return Arrays.stream(values())
                .filter(each -> each != OTHER)
                .filter(each -> each.words.matcher(cause).find())
                .findFirst()
                .orElse(OTHER);
    }
}
