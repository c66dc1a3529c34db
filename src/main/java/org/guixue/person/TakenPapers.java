package org.guixue.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.identity.OtherPaper;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an ID, a student number or another paper that a child on the roster has already. Who comes upon a child of other
 * offices is told no more than that, and the bureau learns of it.
 */
record TakenPapers(Duplicates duplicates, MayBeTold mayBeTold) {
    List<Violation> violations(Caller caller, StudentDetails details, @Nullable Student known) {
        StudentDetails.Identity identity = details.identity();
        List<Violation> found = new ArrayList<>();
        List<KnownChild> others = new ArrayList<>();
        identity.nationalId()
                .value()
                .flatMap(id -> another(duplicates.withNationalIds(List.of(id)), known))
                .ifPresent(other -> add("nationalId", caller, other, others, found));
        identity.studentNumber()
                .value()
                .flatMap(number -> another(duplicates.withStudentNumbers(List.of(number)), known))
                .ifPresent(other -> add("studentNumber", caller, other, others, found));
        identity.otherPaper()
                .value()
                .filter(paper -> !isHeld(paper, known))
                .flatMap(paper -> another(duplicates.withPapers(List.of(paper)), known))
                .ifPresent(other -> add("otherPaper", caller, other, others, found));
        others.stream()
                .filter(other -> !other.visibleIn(caller.scope()))
                .findFirst()
                .ifPresent(other -> mayBeTold.expect(
                        new FoundElsewhere(caller, List.of(FoundElsewhere.Finding.of(details, other.id())))));
        return found;
    }

    /** Children who shared a paper before it was refused may be corrected all the same. */
    private static boolean isHeld(OtherPaper paper, @Nullable Student known) {
        return known != null && known.otherPaper().filter(paper::equals).isPresent();
    }

    private static Optional<KnownChild> another(List<KnownChild> all, @Nullable Student known) {
        return all.stream()
                .filter(other -> known == null || other.id() != known.id())
                .findFirst();
    }

    private static void add(
            String field, Caller caller, KnownChild other, List<KnownChild> others, List<Violation> found) {
        others.add(other);
        found.add(new Violation(
                field,
                other.visibleIn(caller.scope()) ? "与名册中的%s重复，请核对".formatted(other.name()) : Duplicates.ELSEWHERE));
    }
}
