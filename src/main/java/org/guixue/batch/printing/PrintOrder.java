package org.guixue.batch.printing;

import java.util.Comparator;
import org.guixue.identity.SchoolGrade;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.guixue.person.Student;

/** In which order papers leave the printer: as whoever hands them out walks. */
public enum PrintOrder {
    CLASS(
            "按班级",
            Comparator.comparing(PrintOrder::school)
                    .thenComparing(PrintOrder::grade)
                    .thenComparing(PrintOrder::schoolClass)
                    .thenComparing(PrintOrder::name)),
    VILLAGE("按村（现住址）", Comparator.comparing(PrintOrder::residence).thenComparing(PrintOrder::name)),
    SERIAL("按文号", Comparator.comparing(Instrument::issuedOn));

    private final String label;
    private final Comparator<Instrument> order;

    PrintOrder(String label, Comparator<Instrument> order) {
        this.label = label;
        this.order = order;
    }

    public String label() {
        return label;
    }

    /** Those that are alike stand as they were numbered. */
    Comparator<Instrument> comparator() {
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

    private static String name(Instrument paper) {
        return paper.student().map(Student::name).orElse("");
    }

    private static String residence(Instrument paper) {
        return paper.student().map(Student::residence).orElse("");
    }
}
