package org.guixue.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
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

    static Map<String, Object> json(Disability disability, boolean revealed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", disability.kind());
        json.put("grade", disability.grade());
        json.put("certificate", revealed ? disability.certificate() : disability.maskedCertificate());
        json.put("remark", disability.remark());
        return json;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
