package org.guixue.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A disability as the API takes it in: one string, or an object of its parts; a certificate left out stays as it is. */
record DisabilityBody(Disability disability, boolean keepsCertificate) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DisabilityBody of(String text) {
        return new DisabilityBody(Disability.parse(text), true);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static DisabilityBody of(
            @JsonProperty("kind") @Nullable String kind,
            @JsonProperty("grade") @Nullable String grade,
            @JsonProperty("certificate") @Nullable String certificate,
            @JsonProperty("remark") @Nullable String remark) {
        return new DisabilityBody(
                new Disability(text(kind), text(grade), text(certificate), text(remark)), certificate == null);
    }

    static Disability over(@Nullable DisabilityBody given, Disability known) {
        if (given == null) {
            return known;
        }
        Disability typed = given.disability();
        return given.keepsCertificate() && typed.text().equals(known.text()) && !typed.isNone()
                ? known
                : given.keepsCertificate()
                                && !typed.isNone()
                                && typed.kind().equals(known.kind())
                                && typed.grade().equals(known.grade())
                        ? new Disability(typed.kind(), typed.grade(), known.certificate(), typed.remark())
                        : typed;
    }

    /** A disability as the API shows it beside its one line. */
    record DisabilityParts(String kind, String grade, String certificate, String remark) {
        static DisabilityParts of(Disability disability, boolean revealed) {
            return new DisabilityParts(
                    disability.kind(),
                    disability.grade(),
                    revealed ? disability.certificate() : disability.maskedCertificate(),
                    disability.remark());
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
