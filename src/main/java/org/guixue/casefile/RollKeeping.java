package org.guixue.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.MovementKind;
import org.guixue.person.Moving;
import org.guixue.person.Standing;
import org.guixue.person.Student;
import org.guixue.person.StudentState;

/** Lets the child's standing on the roll follow from its case: a movement with its evidence, in the open transaction. */
final class RollKeeping {
    private final Moving moving;
    private final Offices offices;

    RollKeeping(Moving moving, Offices offices) {
        this.moving = moving;
        this.offices = offices;
    }

    /**
     * @param before where the case stood; empty for a new one
     * @param event what has been recorded
     */
    void follow(Caller caller, Student child, Optional<CaseState> before, Situation now, CaseEvent event) {
        boolean moved = !before.equals(Optional.of(now.state()));
        boolean takenIn = event.kind() == EventKind.RETURNED || event.kind() == EventKind.PLACED;
        if (!moved && !takenIn) {
            return;
        }
        Standing own = Standing.of(child);
        Standing follows = standing(child, own, now);
        boolean corrected = event.kind() == EventKind.CORRECTED;
        Standing after = corrected ? moving.before(child, follows.state()).orElse(follows) : follows;
        MovementKind kind = corrected ? MovementKind.CORRECTION : kind(own.state(), after.state());
        String elsewhere = after.state() == StudentState.TRANSFERRED
                ? event.facts()
                        .text(Fact.WHEREABOUTS)
                        .or(() -> event.facts().text(Fact.BY))
                        .orElse("")
                : "";
        moving.follow(caller, child, kind, after, day(event, now), elsewhere, evidence(event));
    }

    /** A granted period is over, which nobody recorded. */
    void endPeriod(Caller caller, Student child, Situation now) {
        Standing own = Standing.of(child);
        Standing after = standing(child, own, now);
        moving.follow(caller, child, kind(own.state(), after.state()), after, now.since(), "", "期限已满");
    }

    private static LocalDate day(CaseEvent event, Situation now) {
        return event.kind() == EventKind.CORRECTED ? event.on() : now.since();
    }

    /** What was said of an illness or a disability stays in the case: the roll is read by more people. */
    private static String evidence(CaseEvent event) {
        String words = event.words().isEmpty() ? event.facts().text(Fact.REASON).orElse("") : event.words();
        String what = event.kind().label();
        return words.isEmpty() || event.isSensitive() ? what : what + "，" + words;
    }

    private Standing standing(Student child, Standing own, Situation now) {
        return switch (now.state()) {
            case SUSPECTED -> own.state() == StudentState.NOT_ENROLLED ? own : standing(StudentState.AT_RISK, own);
            case OUT -> standing(StudentState.DROPPED_OUT, own);
            case RETURNED -> received(own, now);
            case VOCATIONAL -> standing(StudentState.TRANSFERRED, own);
            case DEFERRED, SUSPENDED ->
                standing(child.school().isPresent() ? StudentState.SUSPENDED : StudentState.NOT_ENROLLED, own);
            case HOME_TUITION -> child.school().isPresent() ? standing(StudentState.ENROLLED, own) : own;
            case CLEARED -> own.state() == StudentState.AT_RISK ? standing(StudentState.ENROLLED, own) : own;
            case STRUCK_OFF -> struckOff(own, now);
            case APPLYING, ELSEWHERE -> own;
        };
    }

    private static Standing standing(StudentState state, Standing own) {
        return new Standing(state, own.school(), own.grade(), own.schoolClass());
    }

    private Standing received(Standing own, Situation now) {
        Optional<CaseEvent> event = now.spellEvents().stream()
                .filter(each -> each.kind() == EventKind.RETURNED || each.kind() == EventKind.PLACED)
                .reduce((earlier, later) -> later);
        if (event.isEmpty()) {
            return standing(now.isApplication() ? StudentState.ENROLLED : StudentState.RETURNED, own);
        }
        Optional<Office> school = event.get().facts().id(Fact.SCHOOL).stream()
                .mapToObj(offices::find)
                .flatMap(Optional::stream)
                .findFirst()
                .or(own::school);
        return new Standing(
                now.isApplication() ? StudentState.ENROLLED : StudentState.RETURNED,
                school,
                event.get().facts().text(Fact.GRADE).orElse(own.grade()),
                event.get().facts().text(Fact.SCHOOL_CLASS).orElse(own.schoolClass()));
    }

    private static Standing struckOff(Standing own, Situation now) {
        Optional<String> end = now.of(EventKind.STRUCK_OFF).stream()
                .reduce((earlier, later) -> later)
                .flatMap(each -> each.facts().text(Fact.END));
        return switch (end.orElse("")) {
            case "COMPLETED" -> standing(StudentState.GRADUATED, own);
            case "ELSEWHERE", "LEFT_COUNTRY", "DIED" -> standing(StudentState.TRANSFERRED, own);
            default -> own;
        };
    }

    private static MovementKind kind(StudentState before, StudentState after) {
        return switch (after) {
            case AT_RISK -> MovementKind.SUSPICION;
            case DROPPED_OUT -> MovementKind.DROPOUT;
            case RETURNED -> MovementKind.RESUMPTION;
            case SUSPENDED -> MovementKind.SUSPENSION;
            case TRANSFERRED -> MovementKind.TRANSFER_OUT;
            case GRADUATED -> MovementKind.GRADUATION;
            case ENROLLED ->
                switch (before) {
                    case AT_RISK -> MovementKind.SUSPICION_REFUTED;
                    case SUSPENDED, NOT_ENROLLED -> MovementKind.RESUMPTION;
                    default -> MovementKind.HOME_TUITION;
                };
            case NOT_ENROLLED -> MovementKind.CORRECTION;
        };
    }
}
