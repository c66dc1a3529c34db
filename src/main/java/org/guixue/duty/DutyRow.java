package org.guixue.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.workbook.DateText;
import org.guixue.workbook.Entry;

/** One row of a workbook of the map. A blank cell says nothing: of somebody known what is written stays. */
final class DutyRow {
    private static final String LAYERS =
            Arrays.stream(DutyLayer.values()).map(DutyLayer::label).collect(Collectors.joining("、"));

    private final Entry entry;

    DutyRow(Entry entry) {
        this.entry = entry;
    }

    int number() {
        return entry.number();
    }

    String text(String field) {
        return entry.text(field);
    }

    Optional<DutyLayer> layer() {
        return DutyLayer.of(entry.text("layer"));
    }

    Optional<LocalDate> day(String field) {
        return DateText.day(entry.cell(field));
    }

    boolean ended() {
        return !text("until").isEmpty();
    }

    /** The child's own number in this house, as our export writes it; 0 for none. */
    long studentId() {
        String code = entry.code("studentId");
        return code.matches("\\d{1,18}") ? Long.parseLong(code) : 0;
    }

    Responsible who() {
        return new Responsible(text("name"), text("post"), entry.code("phone"));
    }

    /** Who is known, with what the row says otherwise. */
    Responsible over(Responsible known) {
        Responsible said = who();
        return new Responsible(
                said.name(),
                said.post().isEmpty() ? known.post() : said.post(),
                said.phone().isEmpty() ? known.phone() : said.phone());
    }

    /** What is wrong with the cells themselves. */
    List<Violation> violations(String year) {
        List<Violation> found = new ArrayList<>(DutySheet.HEADINGS.problems(entry));
        if (layer().isEmpty()) {
            found.add(new Violation("layer", "看不懂“%s”，可以写：%s".formatted(shortened(text("layer")), LAYERS)));
        }
        String said = entry.code("year").replace("学年", "").replaceAll("[—–~至]", "-");
        if (!said.isEmpty() && !said.equals(year)) {
            found.add(new Violation("year", "这一行是%s学年的，现在导入的是%s学年".formatted(said, year)));
        }
        for (String field : List.of("from", "until")) {
            if (!text(field).isEmpty() && day(field).isEmpty()) {
                found.add(new Violation(field, "看不懂日期“%s”，应写作2026-09-01".formatted(shortened(text(field)))));
            }
        }
        found.addAll(who().violations());
        return found;
    }

    String reason(Violation violation) {
        return DutySheet.HEADINGS.reason(entry, violation);
    }

    static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
