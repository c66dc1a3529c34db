package org.guixue.shelving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.LyingOnPaper;

/** Where the original of a paper lies, in words, for its page. */
@ApplicationScoped
public class PlacePanel implements LyingOnPaper {
    private final PaperPlaces places;

    @Inject
    public PlacePanel(PaperPlaces places) {
        this.places = places;
    }

    @Override
    public Panel of(Caller caller, Instrument paper) {
        boolean mayPut = paper.sealed() && caller.role() != Role.INSPECTOR;
        return places.of(paper.id())
                .map(place -> new Panel(
                        place.box(),
                        place.shelf(),
                        place.office().name(),
                        caller.scope().includes(place.office().path())
                                ? BoxAddress.of(place.office().id(), place.box())
                                : "",
                        "%s，%s".formatted(FieldText.minute(place.placedAt()), place.placedByName()),
                        mayPut))
                .orElse(new Panel("", "", "", "", "", mayPut));
    }
}
