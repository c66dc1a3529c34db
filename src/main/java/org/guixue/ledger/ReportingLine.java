package org.guixue.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.OfficeKind;
import org.guixue.office.Office;

/**
 * Along which offices a ledger goes up: from a school to the office that it reports to, else to the one above it in the tree.
 * Schools that report straight to the county (市属, 民办) pass their township by. Immutable.
 */
final class ReportingLine {
    private final Map<Long, Office> offices = new HashMap<>();
    private final List<OfficeKind> levels;

    /** @param levels the kinds of office that submit the ledger */
    ReportingLine(List<Office> all, List<OfficeKind> levels) {
        all.forEach(office -> offices.put(office.id(), office));
        this.levels = List.copyOf(levels);
    }

    private static Optional<Office> next(Office office) {
        return office.reportsTo().or(office::parent);
    }

    /** Whether what that office reports comes to this one in the end, or is its own. */
    boolean reaches(long reporter, Office wanted) {
        return through(reporter, wanted).isPresent();
    }

    /**
     * By whose report it comes: the office directly below on the line that submits this ledger; the office itself where it is
     * its own to report. Empty where it does not come here.
     */
    Optional<Office> through(long reporter, Office wanted) {
        Optional<Office> at = Optional.ofNullable(offices.get(reporter));
        Optional<Office> last = Optional.empty();
        while (at.isPresent()) {
            if (at.get().id() == wanted.id()) {
                return Optional.of(last.orElse(wanted));
            }
            if (levels.contains(at.get().kind())) {
                last = at;
            }
            at = next(at.get());
        }
        return Optional.empty();
    }

    /** Who submits what that office reports: itself or the next above it that submits; itself where nobody does. */
    long submitter(long reporter) {
        Optional<Office> at = Optional.ofNullable(offices.get(reporter));
        while (at.isPresent()) {
            if (levels.contains(at.get().kind())) {
                return at.get().id();
            }
            at = next(at.get());
        }
        return reporter;
    }

    /** The offices that submit this ledger to that one, in the order of the tree; a closed one only where it is asked for. */
    List<Office> below(Office wanted, boolean closedToo) {
        List<Office> below = new ArrayList<>();
        for (Office office : offices.values()) {
            if (office.id() != wanted.id()
                    && levels.contains(office.kind())
                    && (closedToo || !office.closed())
                    && through(office.id(), wanted)
                            .filter(by -> by.id() == office.id())
                            .isPresent()) {
                below.add(office);
            }
        }
        below.sort(Comparator.comparing(Office::path));
        return below;
    }

    /** All that submit this ledger and whose reports come to that one in the end, itself too, in the order of the tree. */
    List<Office> submitters(Office wanted) {
        return offices.values().stream()
                .filter(office -> levels.contains(office.kind()) && reaches(office.id(), wanted))
                .sorted(Comparator.comparing(Office::path))
                .toList();
    }

    /** Every office of that kind whose reports come to that one in the end, the office itself too. */
    List<Office> allOf(OfficeKind kind, Office wanted) {
        return offices.values().stream()
                .filter(office -> office.kind() == kind && reaches(office.id(), wanted))
                .sorted(Comparator.comparing(Office::path))
                .toList();
    }
}
