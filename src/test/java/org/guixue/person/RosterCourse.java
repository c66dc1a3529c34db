package org.guixue.person;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Children who are invented and entered in a county of its own. */
abstract class RosterCourse {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    final RegistryDesk desk = REGISTRY.desk();
    final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    final Caller other = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
    final Caller bureau = REGISTRY.trusted(Role.BUREAU, REGISTRY.bureau);

    InventedChild invented() {
        return REGISTRY.invent(REGISTRY.eastSchool);
    }

    long enter(InventedChild child) {
        return desk.roster.enter(bureau, child.details()).id();
    }

    String refusedBecause(Caller caller, InventedChild child) {
        return assertThrows(ValuesRefused.class, () -> desk.roster.enter(caller, child.details())).violations().stream()
                .map(violation -> violation.field() + ":" + violation.message())
                .collect(Collectors.joining(" "));
    }

    static String count(String id) {
        return REGISTRY.text("select count(*) from student where national_id = '" + id + "'");
    }
}
