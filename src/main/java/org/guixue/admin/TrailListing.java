package org.guixue.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Letterhead;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.workbook.Listing;
import org.guixue.workbook.SheetColumn;

/** The trail as a listing, newest first, in the words and within the bounds of its page. */
@ApplicationScoped
public class TrailListing {
    private static final int TOGETHER = 500;

    private final TrailReading reading;
    private final TrailLines lines;
    private final Students students;
    private final Letterhead letterhead;
    private final ListingTrail trail;

    @Inject
    public TrailListing(
            TrailReading reading, TrailLines lines, Students students, Letterhead letterhead, ListingTrail trail) {
        this.reading = reading;
        this.lines = lines;
        this.students = students;
        this.letterhead = letterhead;
        this.trail = trail;
    }

    Listing of(Caller caller, TrailQuestion question) {
        Map<String, String> filter = filter(caller, question);
        TrailMark end = reading.olderThan(caller, question, TrailMark.NEWEST, 1).stream()
                .findFirst()
                .map(TrailMark::justAfter)
                .orElse(TrailMark.OLDEST);
        long total = reading.count(caller, question);
        Listing.refuseTooMany(total);
        trail.exportedListing(caller, "审计记录", question.child().isEmpty() ? filter : withoutName(filter), total, "");
        return new Listing(
                "审计记录",
                letterhead.of(caller),
                List.of(
                        SheetColumn.text("时间", 20),
                        SheetColumn.text("操作人", 22),
                        SheetColumn.text("身份和单位", 30),
                        SheetColumn.text("地址", 18),
                        SheetColumn.text("操作", 16),
                        SheetColumn.text("内容", 30),
                        SheetColumn.text("对象", 40),
                        SheetColumn.text("理由", 36)),
                rows -> walk(caller, question, end, rows),
                List.of(
                        letterhead.scopeOf(caller),
                        Letterhead.conditions(filter),
                        "新的在前；记录只增不改、不删。本表是摘录，以系统中逐条相扣的审计链为准；导出已记入审计。"));
    }

    private void walk(Caller caller, TrailQuestion question, TrailMark end, Listing.Rows rows) throws IOException {
        List<AuditEvent> events = reading.olderThan(caller, question, end, TOGETHER);
        while (!events.isEmpty()) {
            for (TrailLine line : lines.of(caller, events)) {
                rows.add(
                        line.at(),
                        line.who(),
                        line.office(),
                        line.address(),
                        line.act(),
                        line.what(),
                        line.on(),
                        line.why());
            }
            events = reading.olderThan(caller, question, TrailMark.of(events.get(events.size() - 1)), TOGETHER);
        }
    }

    private Map<String, String> filter(Caller caller, TrailQuestion question) {
        Map<String, String> filter = new LinkedHashMap<>();
        Optional<Student> child =
                question.child().map(id -> students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生")));
        child.ifPresent(found -> filter.put("学生", found.name()));
        question.subject().ifPresent(subject -> filter.put("对象", subject.kind() + " " + subject.id()));
        if (!question.account().isEmpty()) {
            filter.put("账号", question.account());
        }
        question.act().ifPresent(act -> filter.put("操作", TrailWords.act(act)));
        question.from().ifPresent(day -> filter.put("自", day.toString()));
        question.to().ifPresent(day -> filter.put("至", day.toString()));
        return filter;
    }

    /** The trail names no children. */
    private static Map<String, String> withoutName(Map<String, String> filter) {
        Map<String, String> plain = new LinkedHashMap<>(filter);
        plain.put("学生", "一名");
        return plain;
    }
}
