package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.InstrumentState;
import org.guixue.person.Student;
import org.guixue.person.StudentDetails;
import org.junit.jupiter.api.Test;

/** Approvals that are refused: the record says otherwise now, or whoever approves may not. */
class RefusedApprovalsTest extends ApprovalDesk {
    @Test
    void refusesWhatTheRecordSaysOtherwiseNow() {
        Student child = child();
        Draft draft = handIn(clerk, child);
        assertEquals(Optional.empty(), approving().obstacle(find(clerk, draft)));
        workshop.bench().roster.correct(county.bureauClerk(), child.id(), taughtBy("郭志远", child));
        long papers = workshop.bench().papers();
        refuses(Conflict.class, "联系人有变动", () -> approve(approver, draft));
        assertTrue(approving().obstacle(find(clerk, draft)).isPresent());
        assertEquals(papers, workshop.bench().papers());
        workshop.bench().submissions.withdraw(clerk, draft.id());
        Draft again = approving().handIn(clerk, draft.id());
        refuses(Conflict.class, "重新提交过", () -> approve(approver, draft));
        assertEquals(InstrumentState.ISSUED, approve(approver, again).state());
    }

    @Test
    void refusesAChildThatLeftSchoolMeanwhile() {
        Student child = child();
        Draft draft = handIn(clerk, child);
        workshop.bench().roster.correct(county.bureauClerk(), child.id(), withoutSchool(child));
        refuses(Conflict.class, "不能按提交的内容签发", () -> approve(approver, draft));
    }

    @Test
    void refusesWhatWasWithdrawn() {
        Draft draft = handIn(clerk, child());
        assertThrows(NotFound.class, () -> workshop.bench().submissions.withdraw(county.colleague(), draft.id()));
        workshop.bench().submissions.withdraw(clerk, draft.id());
        refuses(Conflict.class, "已撤回", () -> approve(approver, draft));
        refuses(Conflict.class, "已撤回", () -> approving().sendBack(approver, draft.id(), "用途不明"));
        assertEquals(DraftState.DRAFT, find(clerk, draft).state());
    }

    /** A stale tab of a draft that was issued meanwhile was told to save once more. */
    @Test
    void aStaleTabOfAnIssuedDraftIsToldThatItWasIssued() {
        Draft draft = handIn(clerk, child());
        String serial = approve(approver, draft).serial();
        refuses(Conflict.class, "已经签发（" + serial + "）", () -> workshop.bench()
                .drafts
                .save(clerk, draft.id(), VALUES, OptionalInt.of(0)));
    }

    @Test
    void nobodyApprovesTheirOwn() {
        Draft draft = handIn(approver, child());
        refuses(Forbidden.class, "不能由自己审批", () -> approve(approver, draft));
        assertEquals(
                InstrumentState.ISSUED, approve(county.otherApprover(), draft).state());
    }

    @Test
    void nobodyApprovesWithoutTheGrantOrInAnotherOffice() {
        Draft draft = handIn(clerk, child());
        refuses(Forbidden.class, "没有“用印审批”授权", () -> approve(county.colleague(), draft));
        assertThrows(NotFound.class, () -> approve(grantedIn(2), draft));
        assertThrows(NotFound.class, () -> approve(grantedIn(0), draft));
        assertEquals(DraftState.SUBMITTED, find(clerk, draft).state());
    }

    private Caller grantedIn(int office) {
        return office == 0
                ? WorkshopCounty.caller(80, "周文彬", Role.BUREAU, county.bureau(), true)
                : WorkshopCounty.caller(81, "刘振华", Role.CLERK, county.second(), true);
    }

    @Test
    void holdsOnlyForWhatWasShown() {
        Draft draft = handIn(clerk, child());
        assertThrows(ValuesRefused.class, () -> approving().approve(approver, draft.id(), ""));
        refuses(Conflict.class, "重新查看", () -> approving().approve(approver, draft.id(), CERTIFICATE.toString()));
        assertEquals(DraftState.SUBMITTED, find(clerk, draft).state());
    }

    private static StudentDetails taughtBy(String teacher, Student child) {
        StudentDetails.Schooling now = StudentDetails.of(child).schooling();
        return schooled(
                child,
                new StudentDetails.Schooling(
                        now.school(), now.grade(), now.schoolClass(), teacher, now.headTeacherPhone()));
    }

    private static StudentDetails withoutSchool(Student child) {
        StudentDetails.Schooling now = StudentDetails.of(child).schooling();
        return schooled(
                child,
                new StudentDetails.Schooling(
                        OptionalLong.empty(),
                        now.grade(),
                        now.schoolClass(),
                        now.headTeacher(),
                        now.headTeacherPhone()));
    }

    private static StudentDetails schooled(Student child, StudentDetails.Schooling schooling) {
        StudentDetails known = StudentDetails.of(child);
        return new StudentDetails(
                known.identity(),
                schooling,
                known.township(),
                known.guardians(),
                known.addresses(),
                known.health(),
                known.disability(),
                known.categories(),
                known.plain());
    }
}
