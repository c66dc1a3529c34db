package org.guixue.county;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.stream.Collectors;
import org.guixue.casefile.CauseGroup;
import org.guixue.casefile.PersuasionPause;
import org.guixue.casefile.history.CaseState;

/** The address of the list of cases behind a figure. Parts are added in a fixed order; nothing in it needs encoding. Immutable. */
final class CaseListAddress {
    private final String query;

    private CaseListAddress(String query) {
        this.query = query;
    }

    /**
     * @param own whether the picture is that of the caller's own office
     * @param today whether it is that of today
     */
    static CaseListAddress of(long office, boolean own, LocalDate asOf, boolean today) {
        return new CaseListAddress((own ? "" : "&office=" + office) + (today ? "" : "&on=" + asOf));
    }

    private CaseListAddress and(String part) {
        return new CaseListAddress(query + "&" + part);
    }

    CaseListAddress states(Collection<CaseState> states) {
        return and("state=" + states.stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
    }

    CaseListAddress school(long school) {
        return and("school=" + school);
    }

    CaseListAddress township(long township) {
        return and("township=" + township);
    }

    CaseListAddress unschooled() {
        return and("school=none");
    }

    CaseListAddress outside() {
        return and("school=outside");
    }

    CaseListAddress cause(CauseGroup group) {
        return and("cause=" + group.name());
    }

    CaseListAddress pause(PersuasionPause pause) {
        return and("persuaded=" + pause.name());
    }

    CaseListAddress returned(YearMonth month) {
        return and("returned=" + month);
    }

    /** Of another day than the picture's. */
    CaseListAddress on(LocalDate day) {
        return new CaseListAddress(query.replaceFirst("&on=[0-9-]+", "")).and("on=" + day);
    }

    @Override
    public String toString() {
        return "/cases" + (query.isEmpty() ? "" : "?" + query.substring(1));
    }
}
