package org.guixue.casefile.history;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands; it is computed from its events, never set. */
public enum CaseState {
    SUSPECTED("疑似辍学"),
    OUT("辍学，劝返中"),
    RETURNED("已复学，跟踪中"),
    VOCATIONAL("安置中职，跟踪中"),
    ELSEWHERE("外地就读，待核"),
    DEFERRED("缓学"),
    SUSPENDED("休学"),
    HOME_TUITION("送教上门"),
    /** 申请办理中: a child who has not dropped out; no dropout is counted. */
    APPLYING("申请办理中"),
    /** A suspicion refuted; no 销号. */
    CLEARED("已排除"),
    STRUCK_OFF("已销号");

    private static final Set<CaseState> ENDS = EnumSet.of(CLEARED, STRUCK_OFF);

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nothing is done any more until the child is away again. */
    public boolean ended() {
        return ENDS.contains(this);
    }
}
