package org.guixue.duty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the map as the API shows it.
 *
 * @param line the line that the layer belongs to
 * @param covers what it covers, in words
 * @param current false for somebody who has ended
 * @param signed whether an agreement holds that both sides have signed
 */
record DutyJson(
        long id,
        int year,
        DutyLayer layer,
        String layerName,
        String line,
        ShownPlace office,
        @Nullable String village,
        @Nullable String grade,
        @Nullable String schoolClass,
        @Nullable ShownPlace student,
        String covers,
        String name,
        String post,
        String phone,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String reason,
        @Nullable Long follows,
        boolean current,
        @Nullable ShownAgreement agreement,
        boolean signed,
        int version) {
    /** An office or a child. */
    record ShownPlace(long id, String name) {
        static ShownPlace of(Office office) {
            return new ShownPlace(office.id(), office.name());
        }

        static ShownPlace of(Student child) {
            return new ShownPlace(child.id(), child.name());
        }
    }

    record ShownAgreement(
            long instrument,
            String serial,
            @Nullable LocalDate issuedOn,
            boolean isVoid,
            @Nullable LocalDate signedOn,
            @Nullable String evidence) {}

    static DutyJson of(Duty duty, Set<Long> voided) {
        return new DutyJson(
                duty.id(),
                duty.year().begins(),
                duty.layer(),
                duty.layer().label(),
                duty.layer().line().label(),
                ShownPlace.of(duty.office()),
                orNull(duty.village()),
                orNull(duty.grade()),
                orNull(duty.schoolClass()),
                duty.student().map(ShownPlace::of).orElse(null),
                duty.covers(),
                duty.who().name(),
                duty.who().post(),
                duty.who().phone(),
                duty.from(),
                duty.until().orElse(null),
                orNull(duty.reason()),
                duty.follows().isPresent() ? duty.follows().getAsLong() : null,
                duty.current(),
                agreement(duty, voided).orElse(null),
                DutyMap.isSigned(duty, voided),
                duty.version());
    }

    private static Optional<ShownAgreement> agreement(Duty duty, Set<Long> voided) {
        return duty.agreement()
                .map(id -> new ShownAgreement(
                        id,
                        duty.agreementSerial(),
                        duty.agreementOn().orElse(null),
                        voided.contains(id),
                        duty.signedOn().orElse(null),
                        orNull(duty.signedEvidence())));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
