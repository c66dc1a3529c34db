package org.guixue.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.guixue.person.Student;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rosters as the national system exports them, judged at a clerk's desk. */
abstract class OfficialRosters {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    final ImportDesk desk = new ImportDesk(REGISTRY.desk());
    final Caller clerk = REGISTRY.trusted(Role.CLERK, REGISTRY.eastSchool);

    static Table table(String file) {
        try (InputStream in = OfficialOptionsTest.class.getResourceAsStream("/cases/" + file)) {
            return RosterReading.table(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Judged> judged(String file) {
        Table table = table(file);
        RowReader reader = new RowReader(table, Set.of());
        List<RosterRow> rows = new ArrayList<>();
        for (Rows entries = table.rows(); entries.hasNext(); ) {
            rows.add(reader.read(entries.next()));
        }
        return desk.judge(clerk, Map.of(), rows.toArray(RosterRow[]::new));
    }

    List<Student> children(String file) {
        return judged(file).stream()
                .map(each -> each.outlook()
                        .orElseThrow(() -> new AssertionError(each.problems().toString()))
                        .child())
                .toList();
    }

    static String problems(Judged judged) {
        return judged.problems().toString();
    }

    InventedChild invented() {
        return REGISTRY.invent(REGISTRY.eastSchool);
    }
}
