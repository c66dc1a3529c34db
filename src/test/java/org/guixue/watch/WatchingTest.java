package org.guixue.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FormCatalog;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 7);

    private final RegistryDesk desk = REGISTRY.desk();
    private final Watches watches = new Watches(desk.entities, desk.identifiers);
    private final Watching watching =
            new Watching(desk.transactions, watches, desk.students, desk.offices, FORMS, desk.childTrail, desk.clock);
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    private final Caller trusted = REGISTRY.trusted(Role.CLERK, REGISTRY.eastSchool);

    private long enrolled() {
        return desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
    }

    private static WatchDetails details(WatchGroup group, LocalDate since) {
        return new WatchDetails(group, since, "父母在外务工", "林晓芳", "", Optional.empty());
    }

    private static String fields(ValuesRefused refused) {
        return refused.violations().stream().map(Violation::field).collect(Collectors.joining(" "));
    }

    private List<Long> due(Caller caller, WatchGroup group) {
        Watches.Filter filter = new Watches.Filter(
                List.of(group), Optional.empty(), false, Optional.of(Registry.TODAY.minusDays(watching.days(caller))));
        return desk.read(() -> watches.list(caller, filter, 0, 100)).stream()
                .map(watch -> watch.student().id())
                .toList();
    }

    @Test
    void aChildIsInAGroupOnceUntilItIsLetOut() {
        long child = enrolled();
        Watch watch = watching.begin(clerk, child, details(WatchGroup.LEFT_BEHIND, SEPTEMBER));
        assertThrows(Conflict.class, () -> watching.begin(clerk, child, details(WatchGroup.LEFT_BEHIND, SEPTEMBER)));
        watching.begin(clerk, child, details(WatchGroup.SINGLE_PARENT, SEPTEMBER));
        watching.end(clerk, watch.id(), Registry.TODAY, "父亲已返乡");
        assertThrows(
                Conflict.class, () -> watching.note(clerk, watch.id(), NoteKind.TALK, Registry.TODAY, "林晓芳", "情绪稳定"));
        watching.begin(clerk, child, details(WatchGroup.LEFT_BEHIND, Registry.TODAY));
        assertEquals(3, desk.read(() -> watches.ofChild(clerk, child)).size());
        assertEquals("CHANGE|CHANGE|CHANGE|CHANGE|CHANGE", REGISTRY.told(child));
    }

    @Test
    void isDueAfterThirtyDaysWithoutATalkOrVisit() {
        long child = enrolled();
        Watch watch = watching.begin(clerk, child, details(WatchGroup.MIGRANT, Registry.TODAY.minusDays(30)));
        assertEquals(30, watching.days(clerk));
        assertEquals(Registry.TODAY, watch.dueOn(30));
        assertTrue(due(clerk, WatchGroup.MIGRANT).contains(child));
        watching.note(clerk, watch.id(), NoteKind.CALL, Registry.TODAY, "林晓芳", "电话无人接听");
        assertTrue(due(clerk, WatchGroup.MIGRANT).contains(child), "a call alone is none");
        watching.note(clerk, watch.id(), NoteKind.VISIT, Registry.TODAY.minusDays(1), "林晓芳、赵明", "祖父照看");
        assertFalse(due(clerk, WatchGroup.MIGRANT).contains(child));
        assertEquals(2, desk.read(() -> watches.notes(watch.id())).size());
    }

    @Test
    void theUnstableAreChecked() {
        long child = enrolled();
        Watch watch = watching.begin(clerk, child, details(WatchGroup.UNSTABLE, SEPTEMBER));
        watching.note(clerk, watch.id(), NoteKind.TALK, Registry.TODAY, "林晓芳", "想去打工");
        assertTrue(due(clerk, WatchGroup.UNSTABLE).contains(child));
        watching.note(clerk, watch.id(), NoteKind.CHECK, Registry.TODAY, "林晓芳", "本周出勤五天");
        assertFalse(due(clerk, WatchGroup.UNSTABLE).contains(child));
    }

    @Test
    void whoIsMonitoredWasFoundByAVisit() {
        long child = enrolled();
        assertEquals(
                "visitedOn",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> watching.begin(clerk, child, details(WatchGroup.KEY_MONITORED, SEPTEMBER)))));
        watching.begin(
                clerk,
                child,
                new WatchDetails(
                        WatchGroup.KEY_MONITORED, SEPTEMBER, "厌学", "林晓芳", "", Optional.of(SEPTEMBER.minusDays(3))));
        long other = enrolled();
        assertEquals(
                "since reason responsible phone",
                fields(assertThrows(
                        ValuesRefused.class,
                        () -> watching.begin(
                                clerk,
                                other,
                                new WatchDetails(
                                        WatchGroup.ORPHAN,
                                        Registry.TODAY.plusDays(1),
                                        "",
                                        " ",
                                        "电话",
                                        Optional.empty())))));
    }

    @Test
    void healthAndDisabilityAreForHoldersOfTheGrantAlone() {
        long child = enrolled();
        assertThrows(Forbidden.class, () -> watching.begin(clerk, child, details(WatchGroup.DISABLED, SEPTEMBER)));
        Watch watch = watching.begin(trusted, child, details(WatchGroup.DISABLED, SEPTEMBER));
        assertEquals(List.of(), desk.read(() -> watches.ofChild(clerk, child)));
        assertTrue(desk.read(() -> watches.find(clerk, watch.id())).isEmpty());
        assertThrows(
                NotFound.class, () -> watching.note(clerk, watch.id(), NoteKind.VISIT, Registry.TODAY, "林晓芳", "在家"));
        assertEquals(1, desk.read(() -> watches.ofChild(trusted, child)).size());
        assertFalse(WatchGroup.seen(false).contains(WatchGroup.ILL));
    }

    @Test
    void anInspectorReadsAndAnotherSchoolSeesNothing() {
        long child = enrolled();
        Watch watch = watching.begin(clerk, child, details(WatchGroup.HARDSHIP, SEPTEMBER));
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        Caller stranger = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
        assertThrows(Forbidden.class, () -> watching.begin(inspector, child, details(WatchGroup.ORPHAN, SEPTEMBER)));
        assertThrows(NotFound.class, () -> watching.begin(stranger, child, details(WatchGroup.ORPHAN, SEPTEMBER)));
        assertThrows(NotFound.class, () -> watching.end(stranger, watch.id(), Registry.TODAY, "无"));
        assertTrue(due(inspector, WatchGroup.HARDSHIP).contains(child));
        assertFalse(due(stranger, WatchGroup.HARDSHIP).contains(child));
    }
}
