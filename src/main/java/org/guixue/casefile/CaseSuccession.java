package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;
import org.guixue.office.Office;
import org.guixue.office.ReasonsToKeep;
import org.guixue.office.Succession;
import org.guixue.person.Student;
import org.guixue.person.Students;

/**
 * The open cases of a school that closes go to the one that takes its place, or on to whom they were handed before: handed over
 * and accepted by whoever closes it, so that clocks go on and tasks follow. Without such a school it stays open while it has a case.
 */
@ApplicationScoped
public class CaseSuccession implements Succession, ReasonsToKeep {
    private static final int MOST_NAMED = 5;

    private final Cases cases;
    private final Students students;
    private final Recording recording;
    private final Clock clock;

    @Inject
    public CaseSuccession(Cases cases, Students students, Recording recording, Clock clock) {
        this.cases = cases;
        this.students = students;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void passOn(Caller caller, Office closed, Office successor, String reason) {
        cases.inCareOf(closed).forEach(found -> passOn(caller, found, closed, successor, reason));
    }

    private void passOn(Caller caller, Case found, Office closed, Office successor, String reason) {
        students.hold(found.student());
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        Optional<Situation> stands = cases.history(found.id()).on(today, now);
        boolean leads = found.leadOffice().stream().anyMatch(lead -> lead == closed.id());
        boolean awaited = stands.stream()
                .flatMap(each -> each.handedTo().stream().boxed())
                .anyMatch(to -> to == closed.id());
        if (!leads && !awaited) {
            return;
        }
        boolean onItsWay = stands.filter(each -> each.handedTo().isPresent()).isPresent() && !awaited;
        if (!onItsWay) {
            handOver(caller, found, closed, successor, reason);
        }
        if (leads) {
            recording.happened(
                    caller, found, CaseEvent.said(EventKind.ACCEPTED, today, "随学校撤并承接", "", Facts.none(), List.of()));
        }
    }

    private void handOver(Caller caller, Case found, Office closed, Office successor, String reason) {
        String words = "“%s”撤销，由“%s”承接：%s".formatted(closed.name(), successor.name(), reason);
        recording.happened(
                caller,
                found,
                CaseEvent.said(
                        EventKind.HANDED_OVER,
                        LocalDate.now(clock),
                        words,
                        "",
                        Facts.none().with(Fact.TO, Long.toString(successor.id())),
                        List.of()));
    }

    @Override
    public Optional<String> reasonToKeep(long office, boolean forGood) {
        List<Case> led = forGood ? cases.everLedBy(office) : cases.openOf(office);
        if (led.isEmpty()) {
            return Optional.empty();
        }
        String names = led.stream()
                .limit(MOST_NAMED)
                .map(Case::student)
                .map(Student::name)
                .collect(Collectors.joining("、"));
        return Optional.of(
                forGood
                        ? "它办理过%d个个案".formatted(led.size())
                        : "还有%d个没有结束的个案由它办理（%s%s），请先移交，或者指明承接的学校"
                                .formatted(led.size(), names, led.size() > MOST_NAMED ? "等" : ""));
    }
}
