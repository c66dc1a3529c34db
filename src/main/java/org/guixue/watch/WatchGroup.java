package org.guixue.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A group of children at risk, each with the source that asks to watch it. Those that tell of health or disability need the grant. */
public enum WatchGroup {
    SINGLE_PARENT("单亲家庭", "天梯政办〔2019〕30号", false),
    POOR_FAMILY("贫困家庭", "天梯政办〔2019〕30号", false),
    PARENT_DISABLED("家长为残疾人家庭", "天梯政办〔2019〕30号", false),
    PARENTS_AWAY("家长在外务工家庭", "天梯政办〔2019〕30号", false),
    RAISED_BY_GUARDIAN("由监护人抚养家庭", "天梯政办〔2019〕30号", false),
    HARDSHIP("困难家庭学生", "宁教综〔2021〕22号 一", false),
    LEFT_BEHIND("留守儿童", "宁教综〔2021〕22号 一", false),
    UNCARED_FOR("事实无人抚养儿童", "宁教综〔2021〕22号 一", false),
    MIGRANT("流动人员子女", "宁教综〔2021〕22号 一", false),
    PRISONERS_CHILD("服刑人员未成年子女", "宁教综〔2021〕22号 一", false),
    DISABLED("残疾儿童", "宁教综〔2021〕22号 一", true),
    OUT_OF_POVERTY("脱贫户、监测户子女", "赣县教基字〔2021〕10号", false),
    TOWN_POOR("城镇贫困户子女", "赣县教基字〔2021〕10号", false),
    SEVERELY_DISABLED("重度残疾儿童", "赣县教基字〔2021〕10号", true),
    ILL("患病儿童", "宁教综〔2021〕22号 二", true),
    /** 「对于不稳定在校学生要落实检查报告制度」. */
    UNSTABLE("不稳定在校学生", "海教综〔2020〕18号", false),
    /** Chosen from what a visit found (大家访). */
    KEY_MONITORED("重点监测对象", "西教〔2020〕3号", false),
    ORPHAN("孤儿", "教基厅函〔2024〕15号", false),
    IN_DIFFICULTY("困境儿童", "教基厅函〔2024〕15号", false),
    OTHER("其他", "本单位规定", false);

    private final String label;
    private final String source;
    private final boolean sensitive;

    WatchGroup(String label, String source, boolean sensitive) {
        this.label = label;
        this.source = source;
        this.sensitive = sensitive;
    }

    /** By its name or by what it is called. */
    public static Optional<WatchGroup> of(String text) {
        return Arrays.stream(values())
                .filter(group -> group.name().equals(text) || group.label.equals(text))
                .findFirst();
    }

    /** Those that a caller with or without the grant may see. */
    public static List<WatchGroup> seen(boolean mayReadSensitive) {
        return Arrays.stream(values())
                .filter(group -> mayReadSensitive || !group.sensitive)
                .toList();
    }

    public String label() {
        return label;
    }

    public String source() {
        return source;
    }

    public boolean sensitive() {
        return sensitive;
    }
}
