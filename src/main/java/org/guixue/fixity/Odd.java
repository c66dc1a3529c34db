package org.guixue.fixity;

import org.guixue.archive.Finding;
import org.guixue.audit.Oddity;

/** Something that does not fit: of what kind, where, and what is known of it. No names of people. */
record Odd(String kind, String place, String detail) {
    static Odd of(Finding finding) {
        return new Odd(finding.kind().name(), finding.where(), finding.detail());
    }

    static Odd of(Oddity oddity) {
        String place = oddity.link() == 0 ? "event " + oddity.event() : "link " + oddity.link();
        return new Odd(oddity.kind().name(), place, oddity.sentence());
    }
}
