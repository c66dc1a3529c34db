package org.guixue.person;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.access.Caller;
import org.guixue.identity.NationalId;

/**
 * Somebody named children that stand on the roster outside their scope and is about to be told so ({@link
 * Duplicates#ELSEWHERE}).
 */
public record FoundElsewhere(Caller caller, List<Finding> findings) {
    public FoundElsewhere {
        findings = List.copyOf(findings);
    }

    /**
     * One of them.
     *
     * @param student the child on the roster
     * @param nationalId as the asker named it, masked; empty for none
     * @param school where the asker wants the child
     */
    public record Finding(
            long student,
            String name,
            LocalDate bornOn,
            String nationalId,
            OptionalLong school,
            String grade,
            String schoolClass) {
        public static Finding of(StudentDetails asked, long student) {
            return new Finding(
                    student,
                    asked.identity().name().text(),
                    asked.identity().bornOn(),
                    asked.identity()
                            .nationalId()
                            .value()
                            .map(NationalId::masked)
                            .orElse(""),
                    asked.schooling().school(),
                    asked.schooling().grade(),
                    asked.schooling().schoolClass());
        }
    }
}
