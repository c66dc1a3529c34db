package org.guixue.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PaperKind;
import org.guixue.identity.PersonName;
import org.guixue.identity.StudentNumber;
import org.guixue.workbook.DateText;

/**
 * What one row of the workbook says.
 *
 * @param number of the row, as the program shows it
 * @param given text by field; a blank cell gives nothing
 * @param problems of single cells
 * @param titles headings of the columns that the table has, by field
 */
record RosterRow(int number, Map<String, String> given, List<RowProblem> problems, Map<String, String> titles) {
    /** Texts that say that there is none. */
    private static final List<String> NONE = List.of("无", "/", "-", "—", "――", "暂无", "没有");

    RosterRow {
        given = Map.copyOf(given);
        problems = List.copyOf(problems);
        titles = Map.copyOf(titles);
    }

    /** The text, without which nothing is said; 无 and its kind in a column of numbers or of guardians say nothing either. */
    Optional<String> text(String field) {
        Optional<String> text = Optional.ofNullable(given.get(field));
        return RosterColumns.MAY_SAY_NONE.contains(field) ? text.filter(each -> !NONE.contains(each)) : text;
    }

    String title(String field) {
        return titles.getOrDefault(field, RosterColumns.title(field));
    }

    /** Whether the number in the ID column is that of a resident ID. */
    boolean bearsResidentId() {
        return text(RosterColumns.PAPER_KIND).map(PaperKind::isResident).orElse(true);
    }

    /** What the row gives for a resident ID; nothing where the number is that of another paper. */
    Given<NationalId> givenId() {
        return bearsResidentId()
                ? text(RosterColumns.NATIONAL_ID).map(NationalId::read).orElse(Given.nothing())
                : Given.nothing();
    }

    /** The other paper, where the number is that of one. */
    Optional<OtherPaper> otherPaper() {
        return bearsResidentId()
                ? Optional.empty()
                : text(RosterColumns.NATIONAL_ID)
                        .flatMap(number -> OtherPaper.read(
                                        text(RosterColumns.PAPER_KIND).orElse(""), number)
                                .value())
                        .filter(OtherPaper::identifies);
    }

    /** The resident ID, where it is one. */
    Optional<NationalId> nationalId() {
        return givenId().value();
    }

    /** When the child was born, as the row says or its ID tells. */
    Optional<LocalDate> bornOn() {
        Optional<String> typed = text(RosterColumns.BORN_ON);
        return typed.isPresent() ? typed.flatMap(DateText::day) : nationalId().map(NationalId::bornOn);
    }

    Optional<StudentNumber> studentNumber() {
        return givenNumber().value();
    }

    Given<StudentNumber> givenNumber() {
        return text(RosterColumns.STUDENT_NUMBER).map(StudentNumber::read).orElse(Given.nothing());
    }

    /** Who the row says it is. */
    Given<PersonName> givenName() {
        return text(RosterColumns.NAME).map(PersonName::read).orElse(Given.nothing());
    }
}
