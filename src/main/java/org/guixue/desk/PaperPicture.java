package org.guixue.desk;

import java.time.LocalDate;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;

/**
 * A paper in the row of papers on a child's page, with its first page, small. The pictures of a row are looked at in one
 * opening, which the trail records once.
 *
 * @param returned whether something came back of it on paper
 * @param picture address of the picture; the blank form before it is sealed, empty where the caller may not open it
 */
public record PaperPicture(
        long id,
        String title,
        String serial,
        LocalDate on,
        String badge,
        String tone,
        String picture,
        boolean returned) {
    static PaperPicture of(Instrument paper, boolean mayReadSensitive) {
        boolean closed = paper.sensitive() && !mayReadSensitive;
        String blank = "/forms/%s/%d/blank.png".formatted(paper.form(), paper.formVersion());
        return new PaperPicture(
                paper.id(),
                paper.title(),
                paper.serial(),
                paper.issuedOn(),
                paper.state() == InstrumentState.ISSUED ? "" : paper.state().label(),
                paper.state().tone(),
                closed ? "" : paper.sealed() ? "/instruments/" + paper.id() + "/mini.png" : blank,
                paper.state() == InstrumentState.RETURNED);
    }
}
