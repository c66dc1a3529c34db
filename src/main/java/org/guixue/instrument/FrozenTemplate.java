package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
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

    public FrozenTemplate(Sha256 digest, FormId form, int formVersion, byte[] files) {
        this.digest = digest.hex();
        this.form = form.toString();
        this.formVersion = formVersion;
        this.files = files.clone();
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

    /** A JSON object: file name → base64. */
    public byte[] files() {
        return files.clone();
    }
}
