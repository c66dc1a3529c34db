package org.guixue.form;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One blank of a sheet on screen: the control of the right kind, with its label, lock and pointer to its fault. It takes a
 * text of any length: what is too long is said, never cut.
 */
final class Blank {
    /** A text that may be longer than this grows over several lines instead of hiding its end. */
    private static final int ONE_LINE = 40;

    private final Map<String, String> locked;

    Blank(Map<String, String> locked) {
        this.locked = Map.copyOf(locked);
    }

    static String violationId(String path) {
        return "violation-" + id(path);
    }

    boolean isLocked(String path) {
        return locked.containsKey(path) || locked.containsKey(path.replaceAll("\\[.*", ""));
    }

    /** @param options whether the template shows a choice as boxes to tick */
    void put(Element parent, String path, Field field, @Nullable Object value, boolean wrong, boolean options) {
        switch (field.type()) {
            case PARAGRAPH -> textarea(parent, path, field, value, wrong, 8);
            case ADDRESS -> textarea(parent, path, field, value, wrong, 1);
            case TEXT -> {
                if (field.max() > ONE_LINE) {
                    textarea(parent, path, field, value, wrong, 1);
                } else {
                    input(parent, path, field, value, wrong);
                }
            }
            case CHOICE -> {
                if (options) {
                    boxes(parent, path, field, FormValues.texts(value), wrong);
                } else {
                    select(parent, path, field, value, wrong);
                }
            }
            case FLAGS -> boxes(parent, path, field, FormValues.texts(value), wrong);
            case PHOTOS -> photos(parent, path, field, FormValues.texts(value), wrong);
            default -> input(parent, path, field, value, wrong);
        }
    }

    /** What the record alone decides: as on paper, with the reason. */
    void putLocked(Element parent, String path, Field field, @Nullable Object value, int boxes) {
        Element span = parent.appendElement("span").addClass("locked").attr("id", anchor(path));
        if (boxes > 0) {
            span.addClass("boxed");
            PaperBinding.boxes(span, boxes, value == null ? "" : value.toString());
        } else {
            span.text(value == null ? "" : FieldText.of(field, value));
        }
        String reason = reason(path);
        span.attr("title", reason).attr("tabindex", "-1");
        span.appendElement("span").addClass("unseen").text("（" + reason + "）");
    }

    private void input(Element parent, String path, Field field, @Nullable Object value, boolean wrong) {
        Element input = parent.appendElement("input");
        boolean dated = field.type() == FieldType.DATE || field.type() == FieldType.MONTH;
        input.attr("type", dated ? field.type().json() : field.type() == FieldType.PHONE ? "tel" : "text");
        input.attr("value", value == null ? "" : plain(field, value));
        if (field.type() == FieldType.NUMBER || field.type() == FieldType.PERCENT) {
            input.attr("inputmode", field.type() == FieldType.NUMBER ? "numeric" : "decimal");
        }
        common(input, path, field, wrong);
        if (field.type() == FieldType.PERCENT) {
            parent.appendText("%");
        }
    }

    private static String plain(Field field, Object value) {
        String text = FieldText.of(field, value);
        return switch (field.type()) {
            case DATE, MONTH -> value.toString();
            case PERCENT -> text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
            default -> text;
        };
    }

    private void textarea(Element parent, String path, Field field, @Nullable Object value, boolean wrong, int rows) {
        Element textarea = parent.appendElement("textarea")
                .attr("rows", Integer.toString(rows))
                .text(value == null ? "" : "\n" + value);
        common(textarea, path, field, wrong);
    }

    private void select(Element parent, String path, Field field, @Nullable Object value, boolean wrong) {
        Element select = parent.appendElement("select");
        common(select, path, field, wrong);
        select.appendElement("option").attr("value", "").text("请选择");
        for (String choice : field.choices()) {
            Element option =
                    select.appendElement("option").attr("value", choice).text(choice);
            if (choice.equals(value)) {
                option.attr("selected", "");
            }
        }
    }

    private void boxes(Element parent, String path, Field field, List<String> chosen, boolean wrong) {
        Element group = group(parent, path, field, wrong);
        String type = field.type() == FieldType.FLAGS ? "checkbox" : "radio";
        for (String choice : field.choices()) {
            Element label = group.appendElement("label").addClass("option");
            Element box = label.appendElement("input")
                    .attr("type", type)
                    .attr("name", path)
                    .attr("value", choice);
            if (chosen.contains(choice)) {
                box.attr("checked", "");
            }
            label.appendText(choice);
        }
    }

    private void photos(Element parent, String path, Field field, List<String> ids, boolean wrong) {
        Element group = group(parent, path, field, wrong)
                .attr("data-photos", path)
                .attr("data-label", field.label())
                .attr("data-most", Integer.toString(field.max()));
        for (int i = 0; i < ids.size(); i++) {
            String label = field.label() + "第" + (i + 1) + "张";
            Element photo = group.appendElement("span").addClass("photo");
            photo.appendElement("img").attr("src", "/photos/" + ids.get(i)).attr("alt", label);
            photo.appendElement("input")
                    .attr("type", "hidden")
                    .attr("name", path)
                    .attr("value", ids.get(i));
            button(photo, "removePhoto", ids.get(i), "删去", "删去" + label);
        }
        if (ids.size() < field.max()) {
            Element upload = group.appendElement("span").addClass("upload");
            upload.appendElement("input")
                    .attr("type", "file")
                    .attr("name", path + ".upload")
                    .attr("accept", "image/jpeg,image/png")
                    .attr("multiple", "")
                    .attr("aria-label", "选择" + field.label() + "，还可加" + (field.max() - ids.size()) + "张");
            button(upload, "act", "upload", "上传照片", "上传照片：" + field.label());
        }
    }

    static void button(Element parent, String name, String value, String text, String label) {
        parent.appendElement("button")
                .attr("type", "submit")
                .attr("name", name)
                .attr("value", value)
                .attr("formnovalidate", "")
                .addClass("row-button")
                .attr("aria-label", label)
                .text(text);
    }

    private Element group(Element parent, String path, Field field, boolean wrong) {
        Element group = parent.appendElement("span").addClass("blank-group").attr("role", "group");
        describe(group, path, field, wrong);
        return group.attr("id", anchor(path));
    }

    private void common(Element control, String path, Field field, boolean wrong) {
        control.attr("name", path).attr("id", anchor(path)).addClass("blank-input");
        describe(control, path, field, wrong);
        if (field.required()) {
            control.attr("aria-required", "true");
        }
    }

    private void describe(Element control, String path, Field field, boolean wrong) {
        control.attr("aria-label", field.label());
        if (field.sensitive() || field.type() == FieldType.NATIONAL_ID) {
            control.attr("data-sensitive", "");
        }
        if (wrong) {
            control.attr("aria-invalid", "true").attr("aria-describedby", violationId(path));
        }
    }

    private String reason(String path) {
        return locked.getOrDefault(path, locked.getOrDefault(path.replaceAll("\\[.*", ""), ""));
    }

    static String anchor(String path) {
        return "blank-" + id(path);
    }

    private static String id(String path) {
        return path.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
