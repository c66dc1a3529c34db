package org.guixue.batch.printing;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.guixue.identity.SchoolGrade;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.guixue.person.Student;

/** In which order papers leave the printer: as whoever hands them out walks. */
public enum PrintOrder {
    CLASS("按班级"),
    VILLAGE("按村（现住址）"),
    SERIAL("按文号");

    private final String label;

    PrintOrder(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Those that are alike stand as they were numbered. */
    Comparator<Instrument> comparator() {
        Comparator<Instrument> order =
                switch (this) {
                    case CLASS ->
                        Comparator.comparing(PrintOrder::school)
                                .thenComparing(PrintOrder::grade)
                                .thenComparing(PrintOrder::schoolClass)
                                .thenComparing(PrintOrder::sound);
                    case VILLAGE -> Comparator.comparing(PrintOrder::residence).thenComparing(PrintOrder::sound);
                    case SERIAL -> Comparator.comparing(Instrument::issuedOn);
                };
        return order.thenComparing(Instrument::reservedAt)
                .thenComparing(paper -> paper.archivalNumber().toString());
    }

    private static String school(Instrument paper) {
        return paper.student().flatMap(Student::school).map(Office::name).orElse("");
    }

    private static Integer grade(Instrument paper) {
        return paper.student().map(Student::grade).map(SchoolGrade::number).orElse(0);
    }

    private static Integer schoolClass(Instrument paper) {
        String figures = paper.student().map(Student::schoolClass).orElse("").replaceAll("\\D", "");
        return figures.isEmpty() || figures.length() > 4 ? 0 : Integer.parseInt(figures);
    }

    /** As a roll goes: by the sound of the name. */
    private static CollationKey sound(Instrument paper) {
        return Collator.getInstance(Locale.SIMPLIFIED_CHINESE).getCollationKey(name(paper));
    }

    private static String name(Instrument paper) {
        return paper.student().map(Student::name).orElse("");
    }

    private static String residence(Instrument paper) {
        return paper.student().map(Student::residence).orElse("");
    }
}
