package org.guixue.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.identity.Given;
import org.guixue.identity.PersonName;
import org.guixue.person.Guardian;
import org.guixue.person.Guardianship;
import org.guixue.roster.RosterColumns.GuardianColumns;

/** The guardians that a row names, laid over those that the roster knows: nobody is dropped, blanks erase nothing. */
final class GivenGuardians {
    private final RosterRow row;
    private final List<RowProblem> problems;
    private final List<Guardian> result;
    private int firstNamed = -1;

    private GivenGuardians(RosterRow row, List<Guardian> known, List<RowProblem> problems) {
        this.row = row;
        this.problems = problems;
        this.result = new ArrayList<>(known);
    }

    /** @param problems takes what is wrong with them */
    static List<Guardian> over(List<Guardian> known, RosterRow row, List<RowProblem> problems) {
        GivenGuardians given = new GivenGuardians(row, known, problems);
        RosterColumns.GUARDIANS.forEach(given::add);
        given.contact();
        return List.copyOf(given.result);
    }

    private void add(GuardianColumns columns) {
        Optional<String> name = row.text(columns.name());
        String relation = row.text(columns.relation()).orElse(columns.told());
        String phone = row.text(columns.phone()).orElse("");
        if (name.isPresent()) {
            put(columns, name.get(), relation, phone);
        } else if (!phone.isEmpty() && !rings(columns, phone)) {
            problems.add(
                    new RowProblem(row.title(columns.phone()), "填了电话，请同时填写%s".formatted(row.title(columns.name()))));
        }
    }

    /** Gives the telephone to the guardian that the columns mean, where the roster knows one. */
    private boolean rings(GuardianColumns columns, String phone) {
        for (int i = 0; i < result.size(); i++) {
            Guardian known = result.get(i);
            boolean meant = columns.told().isEmpty() ? i == 0 : known.relation().equals(columns.told());
            if (meant) {
                result.set(i, known.reachedBy(phone));
                return true;
            }
        }
        return false;
    }

    private void put(GuardianColumns columns, String name, String relation, String phone) {
        Given<PersonName> who = PersonName.read(name);
        who.fault().ifPresent(fault -> problems.add(new RowProblem(row.title(columns.name()), fault)));
        Guardianship guardianship = guardianship(columns);
        who.value().ifPresent(known -> put(new Guardian(known, relation, phone, guardianship), left(columns)));
    }

    /** Whether the row has a cell for it and nothing stands there: then what is known of the person stays. */
    private boolean left(GuardianColumns columns) {
        return row.titles().containsKey(columns.guardian())
                && row.text(columns.guardian()).isEmpty();
    }

    /** As the row says; a heading that speaks of a guardian says it too. */
    private Guardianship guardianship(GuardianColumns columns) {
        Optional<String> typed = row.text(columns.guardian());
        if (typed.isEmpty()) {
            return row.title(columns.name()).contains("监护") ? Guardianship.YES : Guardianship.UNSAID;
        }
        Optional<Boolean> said = YesOrNo.read(typed.get());
        if (said.isEmpty()) {
            problems.add(new RowProblem(row.title(columns.guardian()), "应填“是”或“否”"));
        }
        return said.map(yes -> yes ? Guardianship.YES : Guardianship.NO).orElse(Guardianship.UNSAID);
    }

    private void put(Guardian given, boolean guardianshipLeft) {
        for (int i = 0; i < result.size(); i++) {
            Guardian known = result.get(i);
            if (known.name().equals(given.name())) {
                set(i, guardianshipLeft ? given.over(known).being(known.guardianship()) : given.over(known));
                return;
            }
        }
        for (int i = 0; i < result.size(); i++) {
            if (!given.relation().isEmpty() && result.get(i).relation().equals(given.relation())) {
                set(i, given);
                return;
            }
        }
        result.add(given);
        set(result.size() - 1, given);
    }

    private void set(int position, Guardian guardian) {
        result.set(position, guardian);
        firstNamed = firstNamed < 0 ? position : firstNamed;
    }

    /** A telephone under no particular heading is that of the guardian whom the row names first. */
    private void contact() {
        Optional<String> phone = row.text(RosterColumns.CONTACT);
        boolean told = RosterColumns.GUARDIANS.stream()
                .anyMatch(columns -> row.text(columns.phone()).isPresent());
        if (phone.isEmpty() || told || !namesGuardians()) {
            return;
        }
        if (result.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(new RowProblem(row.title(RosterColumns.CONTACT), "填了电话，请同时填写监护人姓名"));
            }
            return;
        }
        int meant = Math.max(0, firstNamed);
        Guardian first = result.get(meant);
        result.set(meant, first.reachedBy(phone.get()));
    }

    private boolean namesGuardians() {
        return RosterColumns.GUARDIANS.stream().anyMatch(columns -> row.titles().containsKey(columns.name()));
    }
}
