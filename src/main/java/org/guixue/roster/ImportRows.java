package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.person.Duplicates;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** The rows of a staged import as its page shows them: what each would do, why not, and the child that it may be. */
@ApplicationScoped
public class ImportRows {
    private final RosterImports imports;
    private final RowListing listing;
    private final RowRefusals refusals;
    private final Students students;

    @Inject
    public ImportRows(RosterImports imports, RowListing listing, RowRefusals refusals, Students students) {
        this.imports = imports;
        this.listing = listing;
        this.refusals = refusals;
        this.students = students;
    }

    /** A row with what else belongs beside it. */
    public record Row(
            RowListing.Line line,
            List<Change> changes,
            List<RowRefusals.Refusal> refusals,
            Side rival,
            String decision) {
        /** Whether the rival has its number and another name. */
        public boolean renamed() {
            return !line.label().equals(rival.name());
        }

        /** Whether it was refused for a child of another office, which the bureau was told of. */
        public boolean elsewhere() {
            return refusals.stream().anyMatch(each -> each.message().contains(Duplicates.ELSEWHERE));
        }
    }

    /** The child on the roster that a row may be. */
    public record Side(long id, String name, String sex, String bornOn, String maskedId, String school, String place) {}

    /** A page of the rows with that verdict, as this caller may see them. */
    List<Row> of(Caller caller, RosterImport found, RowVerdict shown, int number, int size) {
        List<RowListing.Line> lines = listing.page(found.id(), shown, number, size);
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<RowRefusals.Refusal>> why =
                refusals
                        .within(
                                found.id(),
                                lines.get(0).row(),
                                lines.get(lines.size() - 1).row())
                        .stream()
                        .collect(Collectors.groupingBy(RowRefusals.Refusal::row));
        Map<Long, Side> rivals = shown == RowVerdict.UNDECIDED ? sides(caller, lines) : Map.of();
        Map<Integer, Decision> decisions = shown == RowVerdict.UNDECIDED ? imports.decisions(found.id()) : Map.of();
        Side none = new Side(0, "", "", "", "", "", "");
        return lines.stream()
                .map(line -> new Row(
                        line,
                        line.changes().stream()
                                .filter(change -> caller.mayReadSensitive() || !change.sensitive())
                                .toList(),
                        why.getOrDefault(line.row(), List.of()),
                        rivals.getOrDefault(line.student().orElse(0L), none),
                        decisions.containsKey(line.row())
                                ? decisions.get(line.row()).name()
                                : ""))
                .toList();
    }

    private Map<Long, Side> sides(Caller caller, List<RowListing.Line> lines) {
        Set<Long> wanted = new HashSet<>();
        lines.forEach(line -> line.student().ifPresent(wanted::add));
        Map<Long, Side> sides = new HashMap<>();
        for (Student child : students.among(wanted, caller.scope())) {
            sides.put(
                    child.id(),
                    new Side(
                            child.id(),
                            child.name(),
                            child.sex(),
                            child.bornOn().toString(),
                            child.maskedId(),
                            child.school().map(Office::name).orElse("未在校"),
                            (child.grade() + " " + child.schoolClass()).strip()));
        }
        return sides;
    }
}
