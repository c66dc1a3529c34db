package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Letterhead;
import org.guixue.search.SearchIndex;
import org.guixue.search.Walk;
import org.guixue.workbook.Listing;

/**
 * The roster as a listing: the children that the caller sees and asked for, in the order of the page. Whole IDs only for a
 * reason; health and disability only with the grant. The trail has it before a byte leaves.
 */
@ApplicationScoped
public class StudentListing {
    private static final int TOGETHER = 500;
    private static final String TITLE = "学生名册";

    private final Students students;
    private final SearchIndex index;
    private final Letterhead letterhead;
    private final ChildTrail childTrail;
    private final ListingTrail listingTrail;
    private final Clock clock;

    @Inject
    public StudentListing(
            Students students,
            SearchIndex index,
            Letterhead letterhead,
            ChildTrail childTrail,
            ListingTrail listingTrail,
            Clock clock) {
        this.students = students;
        this.index = index;
        this.letterhead = letterhead;
        this.childTrail = childTrail;
        this.listingTrail = listingTrail;
        this.clock = clock;
    }

    /** How many children there are. */
    long count(Caller caller, StudentChoice choice) {
        return choice.ids().isEmpty()
                ? index.students(choice.first(), caller.scope()).total()
                : students.list(choice.ids(), caller.scope()).size();
    }

    /** @param why the reason for whole IDs; empty for masked ones */
    Listing of(Caller caller, StudentChoice choice, Map<String, String> filter, String why) throws IOException {
        long total = count(caller, choice);
        Listing.refuseTooMany(total);
        listingTrail.exportedListing(caller, TITLE, filter, total, why);
        walk(choice, caller, ids -> childTrail.exportedAll(caller, seen(ids, caller), TITLE, why));
        StudentRow row = new StudentRow(LocalDate.now(clock), caller.mayReadSensitive(), !why.isEmpty());
        return new Listing(
                TITLE,
                letterhead.of(caller),
                row.columns(),
                rows -> walk(choice, caller, ids -> write(caller, ids, row, rows)),
                notes(caller, filter, why));
    }

    private void walk(StudentChoice choice, Caller caller, Walk<List<Long>> each) throws IOException {
        if (choice.ids().isEmpty()) {
            index.walkStudents(choice.first(), caller.scope(), each);
            return;
        }
        for (int first = 0; first < choice.ids().size(); first += TOGETHER) {
            each.take(choice.ids()
                    .subList(first, Math.min(first + TOGETHER, choice.ids().size())));
        }
    }

    private List<Long> seen(List<Long> ids, Caller caller) {
        return students.list(ids, caller.scope()).stream().map(Student::id).toList();
    }

    /** Reads these from the database, within the scope once more, and lets them go. */
    private void write(Caller caller, List<Long> ids, StudentRow row, Listing.Rows rows) throws IOException {
        for (Student child : students.list(ids, caller.scope())) {
            rows.add(row.of(child));
        }
    }

    private List<String> notes(Caller caller, Map<String, String> filter, String why) {
        List<String> notes = new ArrayList<>();
        notes.add(letterhead.scopeOf(caller));
        notes.add(Letterhead.conditions(filter));
        notes.add(why.isEmpty() ? "证件号码、学籍号中间各位已隐去；需要完整号码的，写明理由后另行导出。" : "本表有完整证件号码，导出理由：" + why + "。");
        if (!caller.mayReadSensitive()) {
            notes.add("健康和残疾信息另册保管，不在本表。");
        }
        notes.add("本表是未成年人的个人信息，只用于控辍保学工作，请妥善保管，用后销毁；导出已记入审计。");
        return notes;
    }
}
