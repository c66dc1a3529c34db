package org.guixue.deadline.due;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.casefile.history.CaseHistory;

/**
 * One case with what belongs to it.
 *
 * @param school the child's on the roll, if it has one
 * @param township of residence
 * @param papers about the case or its child
 */
public record CaseOnFile(
        long id,
        long student,
        LocalDate bornOn,
        OptionalLong school,
        OptionalLong township,
        CaseHistory history,
        List<IssuedPaper> papers,
        List<FailedDelivery> failed) {
    public CaseOnFile {
        papers = List.copyOf(papers);
        failed = List.copyOf(failed);
    }
}
