package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;

/** Which void paper another may take the place of: one of the same office and form, about the same, and each once. */
@ApplicationScoped
public class Predecessors {
    private final Instruments instruments;

    @Inject
    public Predecessors(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * @throws NotFound where the caller sees no such paper
     * @throws ValuesRefused on {@code replaces}, where it is another's or about something else
     * @throws Conflict where it is not void, or has a successor that holds
     */
    Instrument of(Caller caller, IssueOrder order, long id) {
        Instrument old = instruments.find(id, caller.scope()).orElseThrow(() -> new NotFound("文书"));
        if (old.issuer().id() != caller.office()
                || !old.form().equals(order.form())
                || !old.subject().isSameAs(order.subject())) {
            throw new ValuesRefused("replaces", "只能代替本单位就同一对象签发的同一种文书，%s不是".formatted(old.serial()));
        }
        refuseUnlessFree(old);
        return old;
    }

    /** The same once more where the number is allotted, while nobody else can. Joins the transaction. */
    void hold(Instrument old) {
        instruments.hold(old);
        refuseUnlessFree(old);
    }

    private void refuseUnlessFree(Instrument old) {
        if (old.state() != InstrumentState.VOID) {
            throw new Conflict("%s没有作废，不能代替；请先作废".formatted(old.serial()));
        }
        instruments.successorOf(old).ifPresent(successor -> {
            throw new Conflict("%s已由%s代替，不能再代替一次".formatted(old.serial(), successor.serial()));
        });
    }
}
