package org.guixue.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guixue.Sha256;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as the API shows it.
 *
 * @param pages null until it is sealed
 * @param replaces serial number of the void paper whose place it takes; left out where there is none
 * @param warnings left out where there are none
 */
public record InstrumentJson(
        long id,
        String serial,
        String archivalNumber,
        InstrumentState state,
        String form,
        String title,
        @Nullable Long student,
        @Nullable Long office,
        long issuer,
        LocalDate issuedOn,
        @Nullable Instant issuedAt,
        String issuedBy,
        @Nullable String approvedBy,
        @Nullable String sha256,
        @Nullable Integer pages,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String replaces,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Caution> warnings) {
    public static InstrumentJson of(Instrument instrument) {
        return of(instrument, List.of());
    }

    /** @param warnings what spoke against it when it was issued */
    public static InstrumentJson of(Instrument instrument, List<Caution> warnings) {
        return new InstrumentJson(
                instrument.id(),
                instrument.serial(),
                instrument.archivalNumber().toString(),
                instrument.state(),
                instrument.form().toString(),
                instrument.title(),
                instrument.student().map(Student::id).orElse(null),
                instrument.subject().office().map(Office::id).orElse(null),
                instrument.issuer().id(),
                instrument.issuedOn(),
                instrument.issuedAt().orElse(null),
                instrument.issuedByName(),
                instrument.approved().map(Approved::name).orElse(null),
                instrument.sha256().map(Sha256::hex).orElse(null),
                instrument.sealed() ? instrument.pages() : null,
                instrument.replaces().map(RecordFacts.Predecessor::serial).orElse(null),
                warnings);
    }
}
