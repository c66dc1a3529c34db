package org.guixue.rendering;

/** A file embedded in a paper (PDF/A-3, ISO 19005-3, 6.8). */
public final class Attachment {
    /** What an embedded file is to the paper. */
    public enum Relationship {
        /** The data that the paper shows. */
        DATA("Data"),
        /** What the paper was made from. */
        SOURCE("Source"),
        /** More about it. */
        SUPPLEMENT("Supplement");

        private final String pdfName;

        Relationship(String pdfName) {
            this.pdfName = pdfName;
        }

        String pdfName() {
            return pdfName;
        }
    }

    private final String name;
    private final String mediaType;
    private final Relationship relationship;
    private final String description;
    private final byte[] bytes;

    public Attachment(String name, String mediaType, Relationship relationship, String description, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.relationship = relationship;
        this.description = description;
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public Relationship relationship() {
        return relationship;
    }

    public String description() {
        return description;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
