package org.guixue.casefile.history;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The facts of one event, each of its kind. Immutable. */
public final class Facts {
    public static final Facts NONE = new Facts(Map.of());

    private final Map<Fact, String> values;

    /**
     * @throws IllegalArgumentException for a value that is none of its fact's kind
     * @throws java.time.format.DateTimeParseException for a date that is none
     */
    public Facts(Map<Fact, String> values) {
        EnumMap<Fact, String> all = new EnumMap<>(Fact.class);
        values.forEach((fact, value) -> {
            check(fact, value);
            all.put(fact, value);
        });
        this.values = Collections.unmodifiableMap(all);
    }

    private static void check(Fact fact, String value) {
        boolean fits =
                switch (fact.kind()) {
                    case TEXT -> !value.isBlank();
                    case DATE -> !LocalDate.parse(value).isEqual(LocalDate.MIN);
                    case FLAG -> value.equals("true") || value.equals("false");
                    case COUNT -> value.matches("\\d{1,4}");
                    case ID -> value.matches("\\d{1,18}");
                    case CHOICE -> fact.choices().contains(value);
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "expected a value of %s for %s, found %s".formatted(fact.kind(), fact.key(), value));
        }
    }

    public Map<Fact, String> all() {
        return values;
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    public Facts with(Fact fact, String value) {
        Map<Fact, String> all = new EnumMap<>(Fact.class);
        all.putAll(values);
        all.put(fact, value);
        return new Facts(all);
    }

    public boolean has(Fact fact) {
        return values.containsKey(fact);
    }

    public Optional<String> text(Fact fact) {
        return Optional.ofNullable(values.get(fact));
    }

    public Optional<LocalDate> date(Fact fact) {
        return text(fact).map(LocalDate::parse);
    }

    public OptionalLong id(Fact fact) {
        String value = values.get(fact);
        return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
    }

    public OptionalInt count(Fact fact) {
        String value = values.get(fact);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    /** Whether it says yes; what is not said is no. */
    public boolean is(Fact fact) {
        return "true".equals(values.get(fact));
    }

    public boolean is(Fact fact, String choice) {
        return choice.equals(values.get(fact));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && facts.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
