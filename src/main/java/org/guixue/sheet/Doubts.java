package org.guixue.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.form.Field;
import org.guixue.form.FieldText;
import org.guixue.form.FieldType;
import org.guixue.form.Form;

/**
 * What was written otherwise than the records have it, and may stand: a class, a relation, who signs. Whoever fills the paper in
 * is told what the records say and chooses. How a text is spaced and punctuated makes no difference.
 */
final class Doubts {
    private static final String DIGITS = "一二三四五六七八九";

    /** Begin of a path → whose record it is, and the way out where that is wrong. */
    private static final Map<String, Book> BOOKS = new LinkedHashMap<>();

    static {
        BOOKS.put("student.", new Book("名册登记的", "名册有误的，请先更正名册"));
        BOOKS.put("case.", new Book("个案记录的", "个案有误的，请先补记或者更正个案"));
        BOOKS.put("issuer.signatory", new Book("本单位登记的负责人", "换了负责人的，请由教育局更正单位资料"));
        BOOKS.put("issuer.township", new Book("单位资料登记的", "单位资料有误的，请由教育局更正"));
        BOOKS.put("office.", new Book("单位资料登记的", "单位资料有误的，请由教育局更正"));
        BOOKS.put("target.", new Book("本地规定的目标", "规定有误的，请由教育局更正"));
    }

    private record Book(String says, String wayOut) {}

    private Doubts() {}

    /**
     * Whether the clerk may write another one there, and is told so. A sentence about the case is the clerk's to word, and a
     * school names whom it likes as the one to call.
     */
    static boolean concern(Field field) {
        boolean worded = field.from().filter(path -> path.startsWith("case.")).isPresent()
                && field.type() != FieldType.DATE
                && field.type() != FieldType.NUMBER;
        boolean called = field.from()
                .filter(path -> path.startsWith("student.headTeacher"))
                .isPresent();
        return !worded
                && !called
                && field.type() != FieldType.TABLE
                && field.type() != FieldType.PHOTOS
                && book(field).isPresent();
    }

    private static Optional<Book> book(Field field) {
        return field.from().flatMap(path -> BOOKS.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /** One for each such field that was written otherwise than it is known. */
    static List<Violation> of(Form form, Map<String, Object> known, Map<String, Object> given, NamedGuardians named) {
        List<Violation> doubts = new ArrayList<>();
        for (Field field : form.fields()) {
            Optional<Object> written = Optional.ofNullable(given.get(field.name()))
                    .filter(value -> !value.equals("") && !value.equals(List.of()));
            if (written.isPresent() && concern(field)) {
                Optional.ofNullable(known.get(field.name()))
                        .filter(value -> !alike(field, value, written.get()))
                        .map(value -> otherwise(field, written.get(), value))
                        .or(() -> named.stranger(field))
                        .ifPresent(message -> doubts.add(new Violation(field.name(), message)));
            }
        }
        return doubts;
    }

    private static String otherwise(Field field, Object written, Object known) {
        Book book = book(field).orElseThrow();
        return field.sensitive()
                ? "“%s”与%s不一致。%s；确实应当这样写的，可以继续".formatted(field.label(), book.says(), book.wayOut())
                : "“%s”填的是“%s”，%s是“%s”。%s；确实应当这样写的，可以继续"
                        .formatted(
                                field.label(),
                                FieldText.of(field, written),
                                book.says(),
                                FieldText.of(field, known),
                                book.wayOut());
    }

    private static boolean alike(Field field, Object known, Object written) {
        String one = plain(field, known);
        String other = plain(field, written);
        boolean within = field.type() == FieldType.ADDRESS
                || field.from().filter("office.name"::equals).isPresent();
        return one.equals(other) || (within && (one.contains(other) || other.contains(one)));
    }

    private static String plain(Field field, Object value) {
        StringBuilder plain = new StringBuilder();
        FieldText.of(field, value)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(point -> DIGITS.indexOf(point) < 0 ? point : '1' + DIGITS.indexOf(point))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
