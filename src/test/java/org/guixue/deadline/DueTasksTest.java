package org.guixue.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.casefile.Case;
import org.guixue.casefile.CaseActs;
import org.guixue.casefile.Cases;
import org.guixue.casefile.NextDeadlines;
import org.guixue.casefile.PersuasionDetails;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.form.FormCatalog;
import org.guixue.office.Installations;
import org.guixue.office.Task;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is due, as it lies in the database; Monday 16 November 2026. */
class DueTasksTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final LocalDate TODAY = Registry.TODAY;

    private final RegistryDesk desk = REGISTRY.desk();
    private final CaseActs acts = CaseActs.at(desk, FORMS);
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);
    private final Caller township = REGISTRY.caller(Role.TOWNSHIP, REGISTRY.east);
    private final Caller elsewhere = REGISTRY.caller(Role.CLERK, REGISTRY.westSchool);
    private final Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
    private final DueTasks tasks = tasks(REGISTRY.desk());

    private static DueTasks tasks(RegistryDesk at) {
        return new DueTasks(keeping(at), at.offices, new DueWay(FORMS));
    }

    private static DueKeeping keeping(RegistryDesk at) {
        FactReading reading = new FactReading(
                new FactRows(at.entities),
                new Cases(at.entities, at.identifiers),
                at.offices,
                new Yearbook(new YearPlans(at.entities, at.identifiers)),
                FORMS);
        return new DueKeeping(
                reading, at.outbox, new Installations(at.entities, at.clock, new SecureRandom()), at.clock);
    }

    private Case opened(LocalDate on) {
        long child = desk.roster
                .enter(clerk, REGISTRY.invent(REGISTRY.eastSchool).details())
                .id();
        return acts.casework.open(clerk, child, on, "随父母外出");
    }

    private void happen(Caller who, Case found, EventKind kind, LocalDate on) {
        acts.recording.record(who, found.id(), CaseEvent.said(kind, on, "", "补录", new Facts(Map.of()), List.of()));
    }

    private static Map<String, Task> about(List<Task> tasks, Case found) {
        return tasks.stream()
                .filter(task -> task.concern().caseFile().equals(OptionalLong.of(found.id())))
                .collect(Collectors.toMap(task -> task.concern().rule(), task -> task));
    }

    @Test
    void tasksFollowWhatIsRecorded() {
        Case found = opened(TODAY.minusDays(3));
        assertTrue(about(tasks.waitingFor(clerk, TODAY), found).containsKey("settle-suspicion"));
        happen(clerk, found, EventKind.CONFIRMED, TODAY.minusDays(2));
        Map<String, Task> out = about(tasks.waitingFor(clerk, TODAY), found);
        assertFalse(out.containsKey("settle-suspicion"));
        Task first = out.get("first-persuasion");
        assertEquals(Optional.of(TODAY.plusDays(1)), first.dueOn(), "three days after 14 November");
        acts.casework.record(clerk, found.id(), new PersuasionDetails(TODAY, List.of("王老师"), "东山镇一组", "入户面谈", "仍不返校"));
        Map<String, Task> persuaded = about(tasks.waitingFor(clerk, TODAY), found);
        assertFalse(persuaded.containsKey("first-persuasion"));
        assertEquals(
                "2026-12-16",
                persuaded.get("keep-persuading").dueOn().orElseThrow().toString());
        assertTrue(persuaded.get("one-child-one-form").href().startsWith("/instruments/new?form="));
    }

    @Test
    void eachSeesItsOwnAndWhatLiesBelow() {
        Case found = opened(TODAY.minusDays(20));
        assertTrue(about(tasks.waitingFor(elsewhere, TODAY), found).isEmpty());
        assertTrue(about(tasks.waitingWithin(elsewhere, TODAY, TODAY), found).isEmpty());
        assertTrue(about(tasks.waitingFor(township, TODAY), found).isEmpty());
        assertEquals(
                REGISTRY.eastSchool.id(),
                about(tasks.waitingWithin(township, TODAY, TODAY), found)
                        .get("settle-suspicion")
                        .concern()
                        .office()
                        .orElseThrow());
        Task read = about(tasks.waitingWithin(inspector, TODAY, TODAY), found).get("settle-suspicion");
        assertEquals("", read.href(), "who only reads has no button");
        assertTrue(about(tasks.waitingFor(bureau, TODAY), found).containsKey("settle-suspicion"), "it has risen");
    }

    @Test
    void theListOfCasesNamesWhatMustBeDoneFirst() {
        Case late = opened(TODAY.minusDays(20));
        happen(clerk, late, EventKind.CONFIRMED, TODAY.minusDays(19));
        Map<Long, NextDeadlines.Next> next = new NextInCases(keeping(desk)).of(List.of(late.id(), 4_000_000L), TODAY);
        assertEquals("late", next.get(late.id()).tone());
        assertEquals(
                tasks.about(clerk, late.student().id(), TODAY)
                        .get(0)
                        .task()
                        .dueOn()
                        .orElseThrow(),
                next.get(late.id()).on());
        assertEquals(1, next.size(), next::toString);
    }

    @Test
    void whatIsDueAboutAChildIsToldWhoeverMustDoIt() {
        Case found = opened(TODAY.minusDays(20));
        happen(clerk, found, EventKind.CONFIRMED, TODAY.minusDays(19));
        long child = found.student().id();
        List<DueLine> own = tasks.about(clerk, child, TODAY);
        assertTrue(own.size() > 1);
        assertEquals(
                own.stream()
                        .map(line -> line.task().dueOn().orElseThrow())
                        .sorted()
                        .toList(),
                own.stream().map(line -> line.task().dueOn().orElseThrow()).toList());
        Task first = own.get(0).task();
        assertEquals("first-persuasion", first.concern().rule());
        assertEquals("late", own.get(0).tone());
        assertFalse(first.source().isEmpty());
        assertTrue(first.href().contains("/persuasions/new"));
        Task seen = tasks.about(bureau, child, TODAY).stream()
                .map(DueLine::task)
                .filter(task -> task.concern().rule().equals("first-persuasion"))
                .findFirst()
                .orElseThrow();
        assertEquals("", seen.href(), "another office's to do");
        assertTrue(seen.note().contains("东山镇中心小学"), seen.note());
        assertEquals(List.of(), tasks.about(clerk, opened(TODAY).student().id() + 1_000_000, TODAY));
    }

    @Test
    void whatIsReportedSaysToWhomAlongTheSchoolsOwnLine() {
        REGISTRY.execute("update office set jurisdiction = 'national', reports_to_id = %d where id = %d"
                .formatted(REGISTRY.bureau.id(), REGISTRY.eastSchool.id()));
        Case found = opened(TODAY.minusDays(20));
        happen(clerk, found, EventKind.CONFIRMED, TODAY.minusDays(19));
        acts.casework.record(
                clerk, found.id(), new PersuasionDetails(TODAY.minusDays(10), List.of("王老师"), "东山镇一组", "入户面谈", "仍不返校"));
        String note = tasks(REGISTRY.desk()).about(clerk, found.student().id(), TODAY).stream()
                .map(DueLine::task)
                .filter(task -> task.concern().rule().equals("failed-persuasion-report"))
                .findFirst()
                .orElseThrow()
                .note();
        assertTrue(note.contains("报送" + REGISTRY.bureau.name()), note);
        assertFalse(note.contains(REGISTRY.east.name()), note);
        REGISTRY.execute("update office set jurisdiction = 'shifan', reports_to_id = null where id = "
                + REGISTRY.eastSchool.id());
    }

    @Test
    void anotherDayIsAskedAsOfThatDay() {
        Case found = opened(TODAY.minusDays(3));
        assertTrue(about(tasks.waitingWithin(clerk, TODAY.minusDays(4), TODAY), found)
                .isEmpty());
        Task then = about(tasks.waitingWithin(clerk, TODAY.plusDays(30), TODAY), found)
                .get("settle-suspicion");
        assertTrue(then.overdue(TODAY.plusDays(30)));
    }

    @Test
    void whatWasDueInACaseThatHasEndedIsStillToldOfItsDays() {
        Case found = opened(TODAY.minusDays(3));
        acts.recording.record(
                clerk,
                found.id(),
                CaseEvent.said(EventKind.CLEARED, TODAY.minusDays(1), "请了病假", "", new Facts(Map.of()), List.of()));
        assertTrue(about(tasks.waitingWithin(clerk, TODAY, TODAY), found).isEmpty());
        assertTrue(about(tasks.waitingWithin(clerk, TODAY.minusDays(1), TODAY), found)
                .isEmpty());
        Task then = about(tasks.waitingWithin(clerk, TODAY.minusDays(2), TODAY), found)
                .get("settle-suspicion");
        assertEquals(found.student().name(), then.about());
    }

    @Test
    void anAgreementThatIsDueBelowIsFilledForTheOfficeThatMustSign() {
        Task agreement = tasks.waitingWithin(bureau, TODAY, TODAY).stream()
                .filter(task -> task.concern().rule().equals("duty-agreement")
                        && task.concern().office().equals(OptionalLong.of(REGISTRY.east.id())))
                .findFirst()
                .orElseThrow();
        assertTrue(agreement.href().endsWith("&office=" + REGISTRY.east.id()), agreement.href());
    }

    @Test
    void nobodyIsLedToAnEventThatTheOtherOfficeMustRecord() {
        Case found = opened(TODAY.minusDays(9));
        happen(clerk, found, EventKind.CONFIRMED, TODAY.minusDays(8));
        acts.recording.record(
                clerk,
                found.id(),
                CaseEvent.said(
                        EventKind.RETURNED,
                        TODAY.minusDays(1),
                        "",
                        "",
                        new Facts(Map.of(
                                Fact.GRADE, found.student().grade(), Fact.SCHOOL_CLASS, "1班", Fact.CLASS_FORM, "随班就读")),
                        List.of()));
        assertEquals(
                "/cases/%d/events/new?kind=WATCHED".formatted(found.id()),
                about(tasks.waitingFor(clerk, TODAY), found).get("watch").href());
        assertEquals(
                "/students/" + found.student().id(),
                about(tasks.waitingWithin(bureau, TODAY, TODAY), found)
                        .get("watch")
                        .href());
    }

    @Test
    void feedKeepsADigestAlone() {
        FeedKeeping feeds = new FeedKeeping(
                desk.transactions,
                new FeedKeys(desk.entities),
                new HouseTrail(desk.trail, desk.clock),
                new SecureRandom(),
                desk.clock);
        REGISTRY.execute("insert into account (id, username, password_hash, display_name, role, office_id, office_path,"
                + " may_read_sensitive, closed, must_change_password, version) select 77001, 'u77001', 'x', '李文静',"
                + " 'CLERK', id, path, false, false, false, 0 from office where id = " + REGISTRY.eastSchool.id());
        Caller own =
                new Caller(77001, "u77001", "李文静", Role.CLERK, REGISTRY.eastSchool.scope(), false, false, "127.0.0.1");
        String secret = feeds.make(own);
        assertEquals(OptionalLong.of(77001), feeds.account(secret));
        assertFalse(REGISTRY.text("select key_digest from feed_key").contains(secret));
        String next = feeds.make(own);
        assertEquals(OptionalLong.empty(), feeds.account(secret));
        feeds.revoke(own);
        assertEquals(OptionalLong.empty(), feeds.account(next));
    }
}
