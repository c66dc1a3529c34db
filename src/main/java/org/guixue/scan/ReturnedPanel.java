package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.instrument.ComingBack;
import org.guixue.instrument.Instrument;

/** The returned copies of a paper, in words, for its page. */
@ApplicationScoped
public class ReturnedPanel implements ComingBack {
    private final ReturnedCopies copies;

    @Inject
    public ReturnedPanel(ReturnedCopies copies) {
        this.copies = copies;
    }

    @Override
    public Panel of(Caller caller, Instrument paper) {
        return new Panel(
                copies.of(paper).stream().map(ReturnedPanel::line).toList(),
                paper.sealed() && caller.role() != Role.INSPECTOR);
    }

    private static Line line(ReturnedCopy copy) {
        return new Line(
                copy.n(),
                FieldText.minute(copy.filedAt()),
                copy.pages(),
                copy.filedByName(),
                copy.signatures().label(),
                copy.signatures() == Signatures.UNSEEN && !copy.withdrawn(),
                copy.withdrawnReason());
    }
}
