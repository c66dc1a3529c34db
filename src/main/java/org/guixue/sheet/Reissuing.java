package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.Conflict;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Reading;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Check;

/** A void paper made anew: a draft with what stood on it, which names it when it is issued. */
@ApplicationScoped
public class Reissuing {
    private final Reading reading;
    private final Check check;
    private final Drafts drafts;
    private final Clock clock;

    @Inject
    public Reissuing(Reading reading, Check check, Drafts drafts, Clock clock) {
        this.reading = reading;
        this.check = check;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * The draft. What the records decide (name, numbers, the bureau) is theirs of today; what this form no longer has is left out.
     *
     * @throws Conflict where the paper is not void, or another office's
     */
    public Draft begin(Caller caller, long id) {
        Instrument old = reading.sealed(caller, id);
        Form form = check.form(caller, old.form());
        if (old.state() != InstrumentState.VOID) {
            throw new Conflict("%s没有作废，不用重新签发；需要改正的，请先作废".formatted(old.serial()));
        }
        if (old.issuer().id() != caller.office()) {
            throw new Conflict(
                    "%s由%s签发，请由该单位重新签发".formatted(old.serial(), old.issuer().name()));
        }
        Map<String, Object> values = new LinkedHashMap<>(ValuesJson.read(old.valuesJson()));
        values.keySet().removeIf(name -> form.field(name).isEmpty());
        values.keySet().removeAll(Prefill.locked(form, old.subject(), old.issuer(), LocalDate.now(clock)));
        return drafts.reissue(caller, old, Check.permitted(caller, form, values));
    }
}
