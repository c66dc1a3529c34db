package org.guixue.sheet;

import org.guixue.Conflict;
import org.guixue.calendar.Reporting;
import org.guixue.instrument.Subject;
import org.guixue.page.PageAddress;

/** A draft that was handed in for a ledger: what its office's period says, which is computed and which nobody types. */
final class LedgerDraft {
    private LedgerDraft() {}

    static boolean is(Draft draft) {
        return draft.subject().isPeriod();
    }

    /** @throws Conflict where nobody fills it in */
    static void refuse(Draft draft) {
        if (is(draft)) {
            throw new Conflict("台账的内容由系统按期间计算，不在草稿上改；请到台账页面核对、填写后重新报送");
        }
    }

    /** In Chinese, for a heading: what any draft is about, with the period where it is a ledger's. */
    static String about(Draft draft) {
        Subject subject = draft.subject();
        return is(draft)
                ? subject.label() + " "
                        + Reporting.parse(subject.term().orElseThrow()).label()
                : subject.label();
    }

    /** Where it is looked at and handed in anew. */
    static String address(Draft draft) {
        return PageAddress.of("/ledgers/" + draft.form())
                .with("period", draft.subject().term().orElseThrow())
                .toString();
    }

    /** Where one chooses what to write next. */
    static String shelf(Draft draft) {
        return is(draft) ? address(draft) : "/forms";
    }
}
