package org.guixue.instrument.issuing;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.form.Form;
import org.guixue.instrument.FrozenTemplate;
import org.guixue.instrument.ValuesJson;

/** Keeps a form's template as it was when a number was allotted, and gives it back. */
final class TemplateFiles {
    private TemplateFiles() {}

    static FrozenTemplate freeze(Form form) {
        Map<String, Object> files = new LinkedHashMap<>();
        new TreeMap<>(form.template())
                .forEach((name, bytes) -> files.put(name, Base64.getEncoder().encodeToString(bytes)));
        return new FrozenTemplate(form.digest(), form.id(), form.version(), ValuesJson.write(files));
    }

    static Map<String, byte[]> thaw(FrozenTemplate template) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ValuesJson.read(template.files())
                .forEach((name, text) -> files.put(name, Base64.getDecoder().decode(String.valueOf(text))));
        return files;
    }
}
