package org.guixue.person;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.guixue.identity.CodeList;
import org.guixue.identity.Normaliser;
import org.guixue.identity.VisibleText;

/** One row of the table {@link StudentFields}; filled in there and never changed afterwards. */
public final class StudentField {
    private static final CodeList YES_OR_NO = CodeList.of("1", "是", "0", "否")
            .also("是", "住校", "寄宿", "住宿", "√", "Y", "YES", "有")
            .also("否", "走读", "不住校", "无", "×", "N", "NO", "没有");

    private final String name;
    private final String label;
    private final Function<Student, String> told;
    private Function<Student, String> filled;
    private Function<Student, String> shown;
    private List<String> headings = List.of();
    private List<String> choices = List.of();
    private Optional<Function<StudentDetails, Object>> historic = Optional.empty();
    private Optional<BiConsumer<Student, String>> written = Optional.empty();
    private UnaryOperator<String> reading = text -> Normaliser.text(text).strip();
    private Function<String, Optional<String>> fault = text -> Optional.empty();
    private String column = "";
    private boolean code;
    private boolean sensitive;
    private boolean typed;
    private int width;

    /** @param told the field of a child as one text, numbers whole */
    StudentField(String name, String label, Function<Student, String> told) {
        this.name = name;
        this.label = label;
        this.told = told;
        this.filled = told;
        this.shown = told;
    }

    /** Other names of its column, the national system's among them. */
    StudentField headings(String... others) {
        headings = List.of(others);
        return this;
    }

    /** Numbers: a computed or shortened cell would be somebody else's. */
    StudentField code(UnaryOperator<String> mask) {
        code = true;
        shown = child -> mask.apply(told.apply(child));
        return this;
    }

    /** How it is shown to whoever gave no reason. */
    StudentField shown(Function<Student, String> words) {
        shown = words;
        return this;
    }

    /** What papers are filled in with, where it is not what is told. */
    StudentField filled(Function<Student, String> words) {
        filled = words;
        return this;
    }

    /** Its correction is a line of the child's history. */
    StudentField historic(Function<StudentDetails, Object> part) {
        historic = Optional.of(part);
        return this;
    }

    /** Only for holders of the grant. */
    StudentField sensitive() {
        sensitive = true;
        return this;
    }

    /** It is one input of the form page. */
    StudentField typed() {
        typed = true;
        return this;
    }

    StudentField exported(int columnWidth) {
        width = columnWidth;
        return this;
    }

    StudentField text(int most) {
        fault = text -> VisibleText.linesRefusal(text, most);
        return this;
    }

    StudentField yesOrNo() {
        choices = List.of("是", "否");
        reading = text -> YES_OR_NO.label(text).orElseGet(() -> Normaliser.line(text));
        fault = text -> text.isEmpty() || choices.contains(text)
                ? Optional.empty()
                : Optional.of("%s应填“是”或“否”".formatted(label));
        return this;
    }

    /** One of the options of the national roster system, by its code, its label or both; kept as its label. */
    StudentField options(CodeList options) {
        choices = options.labels();
        reading = text -> options.label(text).orElseGet(() -> Normaliser.line(text));
        fault = text -> text.isEmpty() || choices.contains(text)
                ? Optional.empty()
                : Optional.of("没有“%s”这个选项，%s应填：%s".formatted(text, label, String.join("、", choices)));
        return this;
    }

    /** It is one text: read, checked, stored, imported and changed by this table alone. */
    StudentField written(String columnName, BiConsumer<Student, String> setter) {
        column = columnName;
        written = Optional.of(setter);
        typed = true;
        return this;
    }

    static String categories(Student child, boolean sensitive) {
        return child.heldCategories().stream()
                .filter(held -> held.sensitive() == sensitive)
                .map(held ->
                        held.name() + held.from().map(from -> "（" + from + "起）").orElse(""))
                .collect(Collectors.joining("、"));
    }

    /** As JSON, forms and imports call it. */
    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String told(Student child) {
        return told.apply(child);
    }

    public String shown(Student child) {
        return shown.apply(child);
    }

    public String filled(Student child) {
        return filled.apply(child);
    }

    /** Other names of its column; none where an import does not read it from one column of its own. */
    public List<String> headings() {
        return headings;
    }

    public List<String> choices() {
        return choices;
    }

    Optional<Function<StudentDetails, Object>> historic() {
        return historic;
    }

    public String read(String text) {
        return reading.apply(text);
    }

    Optional<String> fault(String text) {
        return fault.apply(text);
    }

    void write(Student child, String text) {
        written.ifPresent(setter -> setter.accept(child, text));
    }

    boolean isWritten() {
        return written.isPresent();
    }

    public String column() {
        return column;
    }

    public boolean isCode() {
        return code;
    }

    public boolean isSensitive() {
        return sensitive;
    }

    boolean isTyped() {
        return typed;
    }

    public boolean isExported() {
        return width > 0;
    }

    public int width() {
        return width;
    }
}
