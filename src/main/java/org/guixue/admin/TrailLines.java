package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.account.Accounts;
import org.guixue.audit.AuditEvent;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** Puts events into words, with the names of what the caller may see; what lies outside its scope stays unnamed. */
@ApplicationScoped
class TrailLines {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Offices offices;
    private final Students students;
    private final Instruments instruments;
    private final Accounts accounts;

    @Inject
    public TrailLines(Offices offices, Students students, Instruments instruments, Accounts accounts) {
        this.accounts = accounts;
        this.offices = offices;
        this.students = students;
        this.instruments = instruments;
    }

    /** What is named on one page is looked up once. */
    private record Names(Map<Long, String> offices, Map<Long, Optional<Student>> children) {}

    List<TrailLine> of(Caller caller, List<AuditEvent> events) {
        Names names = new Names(new HashMap<>(), new HashMap<>());
        return events.stream().map(event -> line(caller, event, names)).toList();
    }

    private TrailLine line(Caller caller, AuditEvent event, Names names) {
        Optional<Student> child = event.child() == 0
                ? Optional.empty()
                : names.children().computeIfAbsent(event.child(), id -> students.find(id, caller.scope()));
        Optional<Instrument> paper = event.subject().kind().equals("instrument")
                ? instrument(caller, event.subject().id())
                : Optional.empty();
        return new TrailLine(
                SECOND.format(event.at()),
                who(event),
                (TrailWords.role(event.who().role()) + " " + office(event.who().office(), names)).strip(),
                event.who().address(),
                TrailWords.act(event.act()),
                TrailWords.what(event, caller.mayReadSensitive()),
                on(event, child, paper) + house(event, names),
                paper.map(found -> "/instruments/" + found.id())
                        .or(() -> child.map(found -> "/students/" + found.id()))
                        .orElse(""),
                event.why());
    }

    private static String who(AuditEvent event) {
        String name = event.who().displayName();
        String username = event.who().username();
        return name.isEmpty() || username.isEmpty() ? name + username : name + "（" + username + "）";
    }

    private String office(long id, Names names) {
        return id == 0
                ? ""
                : names.offices()
                        .computeIfAbsent(
                                id, key -> offices.find(key).map(Office::name).orElse(""));
    }

    private Optional<Instrument> instrument(Caller caller, String id) {
        return id.matches("\\d{1,18}") ? instruments.find(Long.parseLong(id), caller.scope()) : Optional.empty();
    }

    /** An account or an office by its name; empty for other subjects. */
    private String house(AuditEvent event, Names names) {
        String id = event.subject().id();
        if (!id.matches("\\d{1,18}")) {
            return "";
        }
        return switch (event.subject().kind()) {
            case "account" ->
                accounts.find(Long.parseLong(id))
                        .filter(found -> !found.username().equals(event.who().username()))
                        .map(found -> found.displayName() + "（" + found.username() + "）")
                        .orElse("");
            case "office", "seal" -> office(Long.parseLong(id), names);
            default -> "";
        };
    }

    private static String on(AuditEvent event, Optional<Student> child, Optional<Instrument> paper) {
        String name = child.map(Student::name).orElse(event.child() == 0 ? "" : "范围外的学生");
        String title = paper.map(found -> "《" + found.title() + "》" + found.serial())
                .orElse(event.subject().kind().equals("instrument") ? "范围外的文书" : "");
        return name.isEmpty() || title.isEmpty() ? name + title : name + "　" + title;
    }
}
