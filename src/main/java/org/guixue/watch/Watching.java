package org.guixue.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.form.FormCatalog;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.store.Transactions;

/** Takes children into groups, notes talks, visits and checks, and lets them out again. */
@ApplicationScoped
public class Watching {
    /** Where the jurisdiction says nothing (本单位规定). */
    static final int USUAL_DAYS = 30;

    private static final String RULE = "watch-contact";
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_NAMES = 100;

    private final Transactions transactions;
    private final Watches watches;
    private final Students students;
    private final Offices offices;
    private final FormCatalog forms;
    private final ChildTrail trail;
    private final Clock clock;

    @Inject
    public Watching(
            Transactions transactions,
            Watches watches,
            Students students,
            Offices offices,
            FormCatalog forms,
            ChildTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.watches = watches;
        this.students = students;
        this.offices = offices;
        this.forms = forms;
        this.trail = trail;
        this.clock = clock;
    }

    /** After how many days without a talk, visit or check one is due: the word of the caller's jurisdiction. */
    public int days(Caller caller) {
        return offices.find(caller.office())
                .map(Office::jurisdiction)
                .map(forms::gatesOf)
                .flatMap(gates -> Optional.ofNullable(gates.get(RULE)))
                .flatMap(gate -> Optional.ofNullable(gate.numbers().get("days")))
                .orElse(USUAL_DAYS);
    }

    public Watch begin(Caller caller, long student, WatchDetails details) {
        return transactions.run(() -> {
            refuseInspector(caller);
            Student child = students.find(student, caller.scope()).orElseThrow(() -> new NotFound("学生"));
            if (details.group().sensitive() && !caller.mayReadSensitive()) {
                throw new Forbidden("这一类涉及健康或残疾，您的账号没有查阅这类信息的授权，不能登记");
            }
            refuse(details.violations(LocalDate.now(clock), child.bornOn()));
            students.hold(child);
            if (watches.isOpen(student, details.group())) {
                throw new Conflict(
                        "该生已列入“%s”，请在原来的记录上继续".formatted(details.group().label()));
            }
            Watch watch = new Watch(child, details, caller.account(), clock.instant());
            watches.add(watch);
            trail.changed(caller, student, "watch begun");
            return watch;
        });
    }

    /** @param by names of who talked or visited */
    public WatchNote note(Caller caller, long id, NoteKind kind, LocalDate on, String by, String words) {
        return transactions.run(() -> {
            Watch watch = open(caller, id);
            List<Violation> found = new ArrayList<>();
            if (on.isAfter(LocalDate.now(clock)) || on.isBefore(watch.since())) {
                found.add(new Violation("on", "日期不能晚于今天，也不能早于列入日期%s".formatted(watch.since())));
            }
            WatchDetails.need(found, "by", by, LONGEST_NAMES, "请填写由谁谈心、家访或检查");
            WatchDetails.need(found, "words", words, LONGEST_WORDS, "请填写了解到的情况");
            refuse(found);
            WatchNote note =
                    new WatchNote(watch, kind, on, by.strip(), words.strip(), caller.account(), clock.instant());
            watches.add(note);
            watch.note(kind, on);
            watches.settle();
            trail.changed(caller, watch.student().id(), "watch noted");
            return note;
        });
    }

    public Watch end(Caller caller, long id, LocalDate until, String reason) {
        return transactions.run(() -> {
            Watch watch = open(caller, id);
            List<Violation> found = new ArrayList<>();
            if (until.isAfter(LocalDate.now(clock)) || until.isBefore(watch.since())) {
                found.add(new Violation("until", "解除日期不能晚于今天，也不能早于列入日期%s".formatted(watch.since())));
            }
            WatchDetails.need(found, "reason", reason, WatchDetails.LONGEST_REASON, "请写明解除的理由");
            refuse(found);
            watch.end(until, reason.strip());
            watches.settle();
            trail.changed(caller, watch.student().id(), "watch ended");
            return watch;
        });
    }

    private Watch open(Caller caller, long id) {
        refuseInspector(caller);
        Watch watch = watches.hold(caller, id).orElseThrow(() -> new NotFound("关注记录"));
        if (!watch.open()) {
            throw new Conflict("该生已于%s解除“%s”，不能再记；需要时请重新列入"
                    .formatted(watch.until().orElseThrow(), watch.group().label()));
        }
        return watch;
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能登记");
        }
    }

    private static void refuse(List<Violation> found) {
        if (!found.isEmpty()) {
            throw new ValuesRefused(found);
        }
    }
}
