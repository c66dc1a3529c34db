package org.guixue.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.form.Field;
import org.guixue.form.FieldText;
import org.guixue.form.Form;
import org.guixue.form.Sheet;
import org.guixue.form.SheetFacts;
import org.jsoup.Jsoup;

/**
 * The sheet of a numbered paper: what the press lays on pages, and what the index finds the paper by.
 *
 * @param html what is rendered
 */
public record PrintedSheet(Form form, Sheet sheet, Map<String, Object> values, SheetFacts facts, String html) {
    public static PrintedSheet of(Form form, Sheet sheet, Map<String, Object> values, SheetFacts facts) {
        return new PrintedSheet(form, sheet, values, facts, sheet.forPaper(values, facts));
    }

    public PaperText text() {
        List<Field> sensitive = form.fields().stream()
                .filter(field -> field.sensitive() && values.containsKey(field.name()))
                .toList();
        return new PaperText(plain(sensitive.isEmpty() ? html : without(sensitive)), text(sensitive));
    }

    private String without(List<Field> sensitive) {
        Map<String, Object> open = new LinkedHashMap<>(values);
        sensitive.forEach(field -> open.remove(field.name()));
        return sheet.forPaper(open, facts);
    }

    private static String plain(String html) {
        return Jsoup.parse(html).body().wholeText();
    }

    private String text(List<Field> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(field.label())
                .append(' ')
                .append(FieldText.of(field, values.get(field.name())))
                .append('\n'));
        return text.toString();
    }
}
