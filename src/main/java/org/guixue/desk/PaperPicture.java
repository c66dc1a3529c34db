package org.guixue.desk;

import java.time.LocalDate;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;

/**
 * A paper in the row of papers on a child's page. Its picture is that of the blank form: the real page shows whole numbers,
 * so that looking at it is an act of its own that is recorded; a row of pictures must not be one.
 *
 * @param picture address of the picture; empty for a paper that the caller may not open
 */
public record PaperPicture(
        long id, String title, String serial, LocalDate on, String badge, String tone, String picture) {
    static PaperPicture of(Instrument paper, boolean mayReadSensitive) {
        boolean closed = paper.sensitive() && !mayReadSensitive;
        return new PaperPicture(
                paper.id(),
                paper.title(),
                paper.serial(),
                paper.issuedOn(),
                paper.state() == InstrumentState.ISSUED ? "" : paper.state().label(),
                Tones.of(paper.state()),
                closed ? "" : "/forms/%s/%d/blank.png".formatted(paper.form(), paper.formVersion()));
    }
}
