package org.guixue.person;

import java.time.LocalDate;
import org.guixue.access.Scope;
import org.guixue.identity.OtherPaper;
import org.jspecify.annotations.Nullable;

/**
 * A child on the roster, as far as telling it from another goes.
 *
 * @param nationalId null where it has none; so with {@code studentNumber} and its other paper
 * @param schoolPath path of its school; null where it has none
 */
public record KnownChild(
        long id,
        String name,
        LocalDate bornOn,
        @Nullable String nationalId,
        @Nullable String studentNumber,
        @Nullable String paperKind,
        @Nullable String paperNumber,
        @Nullable String schoolPath,
        String townshipPath) {
    public boolean visibleIn(Scope scope) {
        return scope.includes(townshipPath) || (schoolPath != null && scope.includes(schoolPath));
    }

    /** Whether it holds that paper. */
    public boolean holds(OtherPaper paper) {
        return paper.kind().equals(paperKind) && paper.number().equals(paperNumber);
    }

    /** Whether it goes to the school with that id. */
    public boolean at(long school) {
        return schoolPath != null && schoolPath.endsWith("/" + school + "/");
    }

    /** Names nobody's numbers. */
    @Override
    public String toString() {
        return "student " + id;
    }
}
