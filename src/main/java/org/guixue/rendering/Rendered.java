package org.guixue.rendering;

import java.util.List;
import java.util.Optional;

/** A paper as PDF/A-3a and PDF/UA-1, before it is signed. */
public final class Rendered {
    private final byte[] pdf;
    private final int pages;
    private final List<Impression> seals;

    Rendered(byte[] pdf, int pages, List<Impression> seals) {
        this.pdf = pdf;
        this.pages = pages;
        this.seals = List.copyOf(seals);
    }

    /** The file. Not copied: the caller owns it from now on. */
    public byte[] pdf() {
        return pdf;
    }

    public int pages() {
        return pages;
    }

    /** The place of the seal that the signature draws; empty when the form has none. */
    public Optional<Impression> signatureSeal() {
        return seals.stream().findFirst();
    }

    /** Places of the further impressions; they are drawn already when the paper had a seal text. */
    public List<Impression> furtherSeals() {
        return seals.stream().skip(1).toList();
    }
}
