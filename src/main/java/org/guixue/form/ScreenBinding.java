package org.guixue.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guixue.Violation;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts an input into every blank of one copy of a template. A field that the sheet shows twice is an input where it comes
 * first and a mirror (<code>data-mirror</code>) elsewhere. Used once.
 */
final class ScreenBinding {
    private static final Pattern CLOSING = Pattern.compile("[，。、；：）》”]");

    private final Form form;
    private final Map<String, Object> values;
    private final Map<String, String> violations = new HashMap<>();
    private final SheetFacts facts;
    private final LawLibrary law;
    private final Blank blank;
    private final Set<String> shown = new HashSet<>();

    ScreenBinding(
            Form form,
            Map<String, Object> values,
            List<Violation> violations,
            Map<String, String> locked,
            SheetFacts facts,
            LawLibrary law) {
        this.form = form;
        this.values = values;
        this.facts = facts;
        this.law = law;
        violations.forEach(violation -> this.violations.putIfAbsent(violation.field(), violation.message()));
        this.blank = new Blank(locked);
    }

    void bind(Document document) {
        document.select("[data-if]").removeAttr("data-if");
        document.select("[data-hint]").removeAttr("data-hint");
        document.select("[data-row]").forEach(this::rows);
        document.select("[data-field]").forEach(this::field);
        PaperBinding.bindLaw(document, law, facts);
        document.body().nodeStream(TextNode.class).forEach(ScreenBinding::openSpaces);
        document.select("[data-seal]").removeAttr("data-seal");
        document.select("[data-qr]").removeAttr("data-qr");
    }

    /** Between words, what {@link Sheet} closed for paper opens again: an ideographic space is as wide as it should be. */
    private static void openSpaces(TextNode text) {
        text.text(text.getWholeText().replaceAll("\u00a0{4}(?=.*[^\u00a0])", "\u3000"));
    }

    private void field(Element element) {
        String name = element.attr("data-field");
        Optional<Field> field = form.field(name);
        if (field.isPresent()) {
            fill(element, name, field.get(), values.get(name));
            return;
        }
        element.removeAttr("data-field");
        Optional<String> text = PaperBinding.printedText(form, name, facts);
        text.ifPresent(element::text);
        if (text.isEmpty()) {
            element.text("签发时自动填写").addClass("on-issue");
        }
    }

    private void fill(Element element, String path, Field field, @Nullable Object value) {
        boolean options = element.hasAttr("data-options");
        int boxes = element.hasAttr("data-boxes") ? Integer.parseInt(element.attr("data-boxes")) : 0;
        element.removeAttr("data-field").removeAttr("data-options").removeAttr("data-boxes");
        if (field.type() == FieldType.SIGNATURE) {
            element.attr("title", "打印后手写");
            return;
        }
        element.empty();
        if (!shown.add(path)) {
            element.attr("data-mirror", path).text(value == null ? "" : FieldText.of(field, value));
            return;
        }
        Optional<String> violation = Optional.ofNullable(violations.get(path));
        if (blank.isLocked(path)) {
            blank.putLocked(element, path, field, value, boxes);
        } else {
            blank.put(element, path, field, value, violation.isPresent(), options);
            Element control = element.selectFirst("> .blank-input");
            if (control != null) {
                element.addClass(control.normalName().equals("textarea") ? "holds lined" : "holds");
            }
        }
        violation.ifPresent(message -> complain(element, path, message));
        if (element.normalName().equals("span")) {
            hold(element);
        }
    }

    /** A line may break before and after a control, but none begins with a comma: what closes a blank stays with it. */
    private static void hold(Element blank) {
        if (blank.selectFirst("> .blank-input") == null
                || !(blank.nextSibling() instanceof TextNode after)
                || !CLOSING.matcher(after.getWholeText()).lookingAt()) {
            return;
        }
        String text = after.getWholeText();
        Element held = new Element("span").addClass("held");
        blank.before(held);
        held.appendChild(blank).appendText(text.substring(0, 1));
        after.text(text.substring(1));
    }

    private static void complain(Element element, String path, String message) {
        element.addClass("has-violation");
        element.appendElement("span")
                .addClass("violation")
                .attr("id", Blank.violationId(path))
                .text(message);
    }

    private void rows(Element template) {
        String name = template.attr("data-row");
        Field table = form.field(name).orElseThrow();
        template.removeAttr("data-row").removeAttr("data-blank-rows");
        List<Map<String, Object>> rows = FormValues.rows(values.get(name));
        boolean locked = blank.isLocked(name);
        for (int i = 0; i < rows.size(); i++) {
            Element row = template.clone();
            template.before(row);
            row.attr("id", Blank.anchor(name + "[" + i + "]")).attr("data-row-of", name);
            row(row, table, i, rows.get(i), locked);
        }
        Element last = tail(template, table).attr("id", Blank.anchor(name));
        if (!locked) {
            Blank.button(last, "addRow", name, "添加一行", "「" + table.label() + "」添加一行");
        }
        Optional.ofNullable(violations.get(name)).ifPresent(message -> complain(last, name, message));
        template.remove();
    }

    private void row(Element row, Field table, int index, Map<String, Object> cells, boolean locked) {
        String path = table.name() + "[" + index + "]";
        for (Element number : row.select("[data-number]")) {
            number.text(Integer.toString(index + 1)).removeAttr("data-number");
        }
        for (Element element : row.select("[data-field]")) {
            Field column = table.column(element.attr("data-field")).orElseThrow();
            fill(element, path + "." + column.name(), column, cells.get(column.name()));
        }
        Element end = row.normalName().equals("tr") ? row.children().last() : row;
        if (end != null) {
            if (!locked) {
                Blank.button(end, "removeRow", path, "删去", "删去「" + table.label() + "」第" + (index + 1) + "行");
            }
            Optional.ofNullable(violations.get(path)).ifPresent(message -> complain(end, path, message));
        }
    }

    /** A place after the rows: a row of one cell in a table, else an element of the row's own kind. */
    private static Element tail(Element template, Field table) {
        Element tail = new Element(template.normalName()).addClass("row-tools");
        template.after(tail);
        if (!template.normalName().equals("tr")) {
            return tail;
        }
        return tail.appendElement("td")
                .attr("colspan", Integer.toString(Math.max(table.fields().size(), template.childrenSize())));
    }
}
