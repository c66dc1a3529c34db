package org.guixue.archive;

import java.util.List;

/** What opening the archive did and found, in the order of the bags. */
public record RecoveryReport(List<Finding> findings) {
    public RecoveryReport {
        findings = List.copyOf(findings);
    }

    /** What does not fit and was left as it is. */
    public List<Finding> damage() {
        return findings.stream().filter(finding -> finding.kind().isDamage()).toList();
    }

    /** Files that were published before a crash and never acknowledged, as paths below {@code records/}. */
    public List<String> awaiting() {
        return findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.AWAITING)
                .map(Finding::where)
                .toList();
    }
}
