package org.guixue.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.identity.Normaliser;
import org.jspecify.annotations.Nullable;

/** What a typed value means, before it is checked. */
final class Normalising {
    private Normalising() {}

    static Map<String, Object> values(List<Field> fields, Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            value(field, given.get(field.name())).ifPresent(value -> values.put(field.name(), value));
        }
        given.forEach((name, value) -> {
            if (value != null && fields.stream().noneMatch(field -> field.name().equals(name))) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static Optional<Object> value(Field field, @Nullable Object given) {
        if (given == null) {
            return Optional.empty();
        }
        if (given instanceof List<?> list) {
            return list.isEmpty()
                    ? Optional.empty()
                    : Optional.of(field.type() == FieldType.TABLE ? rows(field, list) : list);
        }
        if (given instanceof String text) {
            String clean = text(field.type(), text);
            return clean.isEmpty() ? Optional.empty() : Optional.of(read(field.type(), clean));
        }
        return Optional.of(given);
    }

    private static List<Map<String, Object>> rows(Field table, List<?> list) {
        return FormValues.rows(list).stream()
                .map(row -> values(table.fields(), row))
                .toList();
    }

    private static String text(FieldType type, String text) {
        String composed = Normaliser.text(text).strip();
        return switch (type) {
            case PARAGRAPH -> composed.replace("\r\n", "\n").replace('\r', '\n').replace("\t", "　");
            case NAME -> Normaliser.name(composed);
            case NATIONAL_ID, STUDENT_NUMBER -> Normaliser.code(composed);
            case DATE, MONTH, PHONE -> Normaliser.figures(composed);
            case NUMBER, PERCENT -> Normaliser.figures(composed).replaceAll("[\\s,%]", "");
            case TEXT, ADDRESS -> composed.replaceAll("\\s*[\\r\\n]\\s*", " ");
            default -> composed;
        };
    }

    private static Object read(FieldType type, String text) {
        boolean number =
                (type == FieldType.NUMBER || type == FieldType.PERCENT) && text.matches("-?\\d{1,12}(\\.\\d{1,9})?");
        if (!number) {
            return text;
        }
        BigDecimal decimal = new BigDecimal(text);
        return decimal.stripTrailingZeros().scale() <= 0 ? (Object) decimal.longValue() : decimal;
    }
}
