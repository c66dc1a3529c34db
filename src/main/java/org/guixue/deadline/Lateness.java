package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.office.Offices;

/** Which offices are late with what rules ask of them, today. */
@ApplicationScoped
public class Lateness {
    private final DueTasks dues;
    private final Offices offices;

    @Inject
    public Lateness(DueTasks dues, Offices offices) {
        this.dues = dues;
        this.offices = offices;
    }

    /** Those of that part of the caller's scope, the office at its top too, that have something to do; the worst first. */
    public List<OfficeLate> within(Caller caller, Scope part, LocalDate today) {
        return OfficeLate.of(offices.within(part), dues.waitingWithin(caller, today, today), today);
    }
}
