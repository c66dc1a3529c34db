package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.Sha256;
import org.guixue.form.FormId;

/** The files of a form's version as they were when first used, so that a reserved paper can be rendered after a change. */
@Entity
@Table(name = "frozen_template")
public class FrozenTemplate {
    @Id
    private String digest;

    private String form;

    @Column(name = "form_version")
    private int formVersion;

    @Lob
    private byte[] files;

    protected FrozenTemplate() {}

    /** @param files by name, as the form has them */
    public static FrozenTemplate of(Sha256 digest, FormId form, int formVersion, Map<String, byte[]> files) {
        Map<String, Object> encoded = new TreeMap<>();
        files.forEach((name, bytes) -> encoded.put(name, Base64.getEncoder().encodeToString(bytes)));
        FrozenTemplate template = new FrozenTemplate();
        template.digest = digest.hex();
        template.form = form.toString();
        template.formVersion = formVersion;
        template.files = ValuesJson.write(encoded);
        return template;
    }

    public Sha256 digest() {
        return new Sha256(digest);
    }

    public FormId form() {
        return FormId.parse(form);
    }

    public int formVersion() {
        return formVersion;
    }

    public Map<String, byte[]> files() {
        Map<String, byte[]> decoded = new TreeMap<>();
        ValuesJson.read(files)
                .forEach((name, text) -> decoded.put(name, Base64.getDecoder().decode(String.valueOf(text))));
        return decoded;
    }
}
