package org.guixue.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A category as the API takes it in: its name alone, or an object with its period and evidence. */
record CategoryBody(HeldCategory held, boolean nameOnly) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CategoryBody of(String name) {
        return new CategoryBody(HeldCategory.named(KnownCategories.term(name)), true);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static CategoryBody of(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("from") @Nullable LocalDate from,
            @JsonProperty("until") @Nullable LocalDate until,
            @JsonProperty("evidence") @Nullable String evidence) {
        return new CategoryBody(
                new HeldCategory(
                        KnownCategories.term(name == null ? "" : name),
                        Optional.ofNullable(from),
                        Optional.ofNullable(until),
                        evidence == null ? "" : evidence),
                false);
    }

    /** Names alone say what holds today and leave the rest; a list with an object in it says all. */
    static List<HeldCategory> over(@Nullable List<CategoryBody> given, List<HeldCategory> known, LocalDate today) {
        if (given == null) {
            return known;
        }
        List<String> names = given.stream()
                .filter(CategoryBody::nameOnly)
                .map(body -> body.held().name())
                .toList();
        if (names.size() == given.size()) {
            return KnownCategories.named(names, known, today);
        }
        List<HeldCategory> all = new ArrayList<>();
        given.stream().filter(body -> !body.nameOnly()).map(CategoryBody::held).forEach(all::add);
        List<HeldCategory> held =
                known.stream().filter(each -> each.holdsOn(today)).toList();
        all.addAll(KnownCategories.named(names, held, today));
        return List.copyOf(all);
    }

    /** A category as the API shows it, whether it holds today or not. */
    record CategoryPeriod(
            String name, @Nullable LocalDate from, @Nullable LocalDate until, String evidence) {
        static CategoryPeriod of(HeldCategory held) {
            return new CategoryPeriod(
                    held.name(), held.from().orElse(null), held.until().orElse(null), held.evidence());
        }
    }
}
