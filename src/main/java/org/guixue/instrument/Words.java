package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.office.KnownJurisdictions;

/** Puts into Chinese what other rooms know by code only; templates read it as {@code words}. */
@Named("words")
@ApplicationScoped
public class Words implements KnownJurisdictions {
    private final FormCatalog forms;
    private final Clock clock;

    @Inject
    public Words(FormCatalog forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** What an instrument's state is called. */
    public String state(String code) {
        return Arrays.stream(InstrumentState.values())
                .filter(state -> state.name().equals(code))
                .findFirst()
                .map(InstrumentState::label)
                .orElse(code);
    }

    @Override
    public boolean knows(String jurisdiction) {
        return forms.jurisdiction(jurisdiction).isPresent();
    }

    /** The groups of children that a jurisdiction's rules name today. */
    public List<String> categories(String jurisdiction) {
        LocalDate today = LocalDate.now(clock);
        return forms.jurisdiction(jurisdiction).map(Jurisdiction::categories).orElse(List.of()).stream()
                .filter(category -> category.inForceOn(today))
                .map(Jurisdiction.Category::label)
                .toList();
    }
}
