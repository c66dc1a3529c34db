package org.guixue.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Writes values into one copy of a template as text. Used once. */
final class PaperBinding {
    private final Form form;
    private final Map<String, Object> values;
    private final SheetFacts facts;
    private final LawLibrary law;
    private final boolean blank;

    PaperBinding(Form form, Map<String, Object> values, SheetFacts facts, LawLibrary law) {
        this(form, values, facts, law, false);
    }

    private PaperBinding(Form form, Map<String, Object> values, SheetFacts facts, LawLibrary law, boolean blank) {
        this.form = form;
        this.values = values;
        this.facts = facts;
        this.law = law;
        this.blank = blank;
    }

    static PaperBinding blank(Form form, Map<String, Object> known, SheetFacts facts, LawLibrary law) {
        return new PaperBinding(form, known, facts, law, true);
    }

    void bind(Document document) {
        document.title(facts.serial().map(serial -> form.title() + " " + serial).orElse(form.title()));
        for (Element element : document.select("[data-if]")) {
            if (!(blank && !form.isLedger()) && !values.containsKey(element.attr("data-if"))) {
                element.remove();
            }
            element.removeAttr("data-if");
        }
        Elements hints = document.select("[data-hint]");
        if (blank) {
            hints.removeAttr("data-hint");
        } else {
            hints.remove();
        }
        document.select("[data-row]").forEach(this::rows);
        document.select("[data-field]").forEach(element -> whole(element));
        bindLaw(document, law, facts);
    }

    /** A citation that is not in force on the day does not stand on the sheet. */
    static void bindLaw(Document document, LawLibrary law, SheetFacts facts) {
        for (Element element : document.select("[data-law]")) {
            Optional<Citation> citation = law.citation(element.attr("data-law"), facts.lawOn());
            element.removeAttr("data-law");
            citation.ifPresentOrElse(found -> element.text(found.toString()), element::remove);
        }
    }

    private void rows(Element template) {
        String table = template.attr("data-row");
        template.removeAttr("data-row");
        int least = number(template, "data-least-rows", 0);
        List<Map<String, Object>> rows = FormValues.rows(values.get(table));
        filledRows(template, form.field(table).orElseThrow(), rows);
        if (blank) {
            blankRows(template, rows.size());
        } else {
            emptyRows(template, rows.size(), least);
        }
        template.remove();
    }

    private void filledRows(Element template, Field field, List<Map<String, Object>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Element row = template.clone();
            row.removeAttr("data-blank-rows").removeAttr("data-least-rows");
            template.before(row);
            for (Element number : row.select("[data-number]")) {
                number.text(Integer.toString(i + 1));
                number.removeAttr("data-number");
            }
            for (Element element : row.select("[data-field]")) {
                Field column = field.column(element.attr("data-field")).orElseThrow();
                fill(element, column, Optional.ofNullable(rows.get(i).get(column.name())));
            }
        }
    }

    private static int number(Element template, String attribute, int otherwise) {
        return template.hasAttr(attribute) ? Integer.parseInt(template.attr(attribute)) : otherwise;
    }

    /** What of the printed table stays empty. */
    private static void emptyRows(Element template, int filled, int least) {
        template.removeAttr("data-blank-rows").removeAttr("data-least-rows");
        template.select("[data-field]").removeAttr("data-field").forEach(cell -> cell.text("\u00a0"));
        for (int i = filled + 1; i <= least; i++) {
            emptyRow(template, i);
        }
    }

    /** As many rows to write by hand as the template asks for, at least one; fewer after those that are known. */
    private static void blankRows(Element template, int known) {
        int rows = number(template, template.hasAttr("data-blank-rows") ? "data-blank-rows" : "data-least-rows", 1);
        template.removeAttr("data-blank-rows").removeAttr("data-least-rows");
        template.select("[data-field]").removeAttr("data-field");
        for (int i = known + 1; i <= Math.max(known + 1, rows); i++) {
            emptyRow(template, i);
        }
    }

    private static void emptyRow(Element template, int number) {
        Element row = template.clone();
        for (Element place : row.select("[data-number]")) {
            place.text(place.attr("data-number").equals("all") ? Integer.toString(number) : "");
            place.removeAttr("data-number");
        }
        template.before(row);
    }

    private void whole(Element element) {
        String name = element.attr("data-field");
        Optional<Field> field = form.field(name);
        if (field.isPresent()) {
            fill(element, field.get(), Optional.ofNullable(values.get(name)));
        } else {
            printedText(form, name, facts).ifPresent(element::text);
            element.removeAttr("data-field");
        }
    }

    /** What a reserved name or one of the form's words prints. */
    static Optional<String> printedText(Form form, String name, SheetFacts facts) {
        if (name.equals("title")) {
            return Optional.of(form.title());
        }
        return Optional.ofNullable(form.words().get(name)).or(() -> facts.text(name));
    }

    private void fill(Element element, Field field, Optional<Object> value) {
        boolean options = element.hasAttr("data-options") || field.type() == FieldType.FLAGS;
        int boxes = element.hasAttr("data-boxes") ? Integer.parseInt(element.attr("data-boxes")) : 0;
        element.removeAttr("data-field").removeAttr("data-options").removeAttr("data-boxes");
        if (options) {
            options(element, field, value.orElse(""));
        } else if (boxes > 0) {
            boxes(element, boxes, value.map(Object::toString).orElse(""));
        } else if (value.isEmpty()) {
            empty(element, field);
        } else if (field.type() == FieldType.PHOTOS) {
            photos(element, field, FormValues.texts(value.get()));
        } else if (field.type() == FieldType.PARAGRAPH) {
            paragraphs(element, value.get().toString());
        } else {
            element.text(FieldText.of(field, value.get()));
        }
    }

    /** A date or a signature that is missing keeps its blank to be written by hand; a hint goes once the form is filled. */
    private void empty(Element element, Field field) {
        if (blank && element.hasClass("blank")) {
            element.addClass("to-fill");
        }
        boolean byHand = field.type() == FieldType.DATE
                || field.type() == FieldType.MONTH
                || field.type() == FieldType.SIGNATURE;
        if (!blank && !byHand) {
            element.text(element.hasClass("blank") ? "\u00a0" : "");
        }
    }

    private static void paragraphs(Element element, String text) {
        element.empty();
        boolean inline =
                element.normalName().equals("p") || element.normalName().equals("span");
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (inline) {
            element.text(String.join(" ", lines));
            return;
        }
        lines.forEach(line -> element.appendElement("p").text(line.strip()));
    }

    /** One character a box. */
    static void boxes(Element element, int count, String text) {
        element.empty();
        List<String> characters = new ArrayList<>();
        text.codePoints().forEach(character -> characters.add(Character.toString(character)));
        for (int i = 0; i < Math.max(count, characters.size()); i++) {
            element.appendElement("span").addClass("box").text(i < characters.size() ? characters.get(i) : "\u00a0");
        }
    }

    private static void options(Element element, Field field, Object value) {
        element.empty();
        List<String> chosen = FormValues.texts(value);
        for (String choice : field.choices()) {
            Element option = element.appendElement("span").addClass("option");
            option.appendElement("span").addClass("tick").text(chosen.contains(choice) ? "√" : "\u00a0");
            option.appendText(choice);
            element.appendText(" ");
        }
    }

    private static void photos(Element element, Field field, List<String> ids) {
        element.empty();
        for (int i = 0; i < ids.size(); i++) {
            element.appendElement("div")
                    .addClass("photo")
                    .appendElement("img")
                    .attr("src", "photo:" + ids.get(i))
                    .attr("alt", field.label() + (i + 1));
        }
    }
}
