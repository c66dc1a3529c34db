package org.guixue.form;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One blank of a sheet on screen: the control of the right kind, with its label, limit, lock and pointer to its fault. */
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

    void put(Element parent, String path, Field field, @Nullable Object value, boolean wrong) {
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
                if (isLocked(path)) {
                    input(parent, path, field, value, wrong);
                } else {
                    select(parent, path, field, value, wrong);
                }
            }
            case FLAGS -> flags(parent, path, field, FormValues.texts(value), wrong);
            case PHOTOS -> photos(parent, path, field, FormValues.texts(value), wrong);
            default -> input(parent, path, field, value, wrong);
        }
    }

    private void input(Element parent, String path, Field field, @Nullable Object value, boolean wrong) {
        Element input = parent.appendElement("input");
        boolean dated = field.type() == FieldType.DATE || field.type() == FieldType.MONTH;
        input.attr("type", dated ? field.type().json() : field.type() == FieldType.PHONE ? "tel" : "text");
        input.attr("value", value == null ? "" : plain(field, value));
        if (field.type().isText() || field.type() == FieldType.PHONE) {
            input.attr("maxlength", Integer.toString(field.max()));
        }
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
                .attr("maxlength", Integer.toString(field.max()))
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

    private void flags(Element parent, String path, Field field, List<String> chosen, boolean wrong) {
        Element group = group(parent, path, field, wrong);
        for (String choice : field.choices()) {
            Element label = group.appendElement("label").addClass("option");
            Element box = label.appendElement("input")
                    .attr("type", "checkbox")
                    .attr("name", path)
                    .attr("value", choice);
            if (chosen.contains(choice)) {
                box.attr("checked", "");
            }
            if (isLocked(path)) {
                box.attr("disabled", "");
            }
            label.appendText(choice);
        }
    }

    private void photos(Element parent, String path, Field field, List<String> ids, boolean wrong) {
        Element group = group(parent, path, field, wrong);
        for (int i = 0; i < ids.size(); i++) {
            Element label = group.appendElement("label").addClass("photo");
            label.appendElement("img").attr("src", "/photos/" + ids.get(i)).attr("alt", field.label() + (i + 1));
            Element keep = label.appendElement("input")
                    .attr("type", "checkbox")
                    .attr("name", path)
                    .attr("value", ids.get(i))
                    .attr("checked", "");
            if (isLocked(path)) {
                keep.attr("disabled", "");
            }
            label.appendText("保留");
        }
        if (!isLocked(path)) {
            group.appendElement("input")
                    .attr("type", "file")
                    .attr("name", path + ".upload")
                    .attr("accept", "image/jpeg,image/png")
                    .attr("multiple", "")
                    .attr("aria-label", "上传" + field.label() + "，最多" + field.max() + "张");
        }
    }

    private Element group(Element parent, String path, Field field, boolean wrong) {
        Element group = parent.appendElement("span").addClass("blank-group").attr("role", "group");
        describe(group, path, field, wrong);
        return group.attr("id", "blank-" + id(path));
    }

    private void common(Element control, String path, Field field, boolean wrong) {
        control.attr("name", path).attr("id", "blank-" + id(path)).addClass("blank-input");
        describe(control, path, field, wrong);
        if (isLocked(path)) {
            control.attr("readonly", "");
        } else if (field.required()) {
            control.attr("aria-required", "true");
        }
    }

    private void describe(Element control, String path, Field field, boolean wrong) {
        control.attr("aria-label", field.label());
        String reason = locked.getOrDefault(path, locked.getOrDefault(path.replaceAll("\\[.*", ""), ""));
        if (!reason.isEmpty()) {
            control.attr("title", reason).addClass("locked");
        }
        if (wrong) {
            control.attr("aria-invalid", "true").attr("aria-describedby", violationId(path));
        }
    }

    private static String id(String path) {
        return path.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
