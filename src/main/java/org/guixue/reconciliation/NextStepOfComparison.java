package org.guixue.reconciliation;

/** What is to be done next, in one sentence. */
final class NextStepOfComparison {
    private NextStepOfComparison() {}

    static String of(ReconciliationView.Shown summary) {
        Reconciliation it = summary.it();
        int doubtful = summary.groups().stream()
                .filter(group -> group.kind() == FindingKind.UNDECIDED)
                .mapToInt(ReconciliationView.Group::left)
                .sum();
        if (it.state() == ReconciliationState.UNREADABLE) {
            return "请改好原表后重新上传。";
        }
        if (doubtful > 0) {
            return "先认定%d行各是哪一名学生，再核对其余差异。".formatted(doubtful);
        }
        if (summary.left() > 0) {
            return "还有%d条没有核对：逐条选择以哪一方为准，或整类一起选。".formatted(summary.left());
        }
        return it.state() == ReconciliationState.ISSUED
                ? "已全部核对并出具比对表。"
                : summary.all() == 0 ? "两份名册完全一致，可以出具比对表。" : "已全部核对，可以出具比对表。";
    }
}
