package org.guixue.rendering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered: a complete HTML document whose blanks are filled, and what belongs to it. Unchangeable; each
 * {@code with…} gives another paper.
 *
 * <p>The HTML speaks to the renderer by attributes: {@code data-seal} (its centre is a seal's centre), {@code data-qr} (a
 * box for a code), {@code data-copy} (a part that is one copy), {@code data-tear} (a line along which copies are torn apart) and {@code data-continue} (a block of fixed height whose
 * overflow goes on a continuation sheet). An image's source is {@code photo:<id>}; nothing else is ever fetched.
 */
public final class Paper {
    private final String html;
    private final About about;
    private final Map<String, byte[]> pictures;
    private final List<Attachment> attachments;
    private final @Nullable Verification verification;
    private final @Nullable String sealText;
    private final Mark mark;

    private Paper(
            String html,
            About about,
            Map<String, byte[]> pictures,
            List<Attachment> attachments,
            @Nullable Verification verification,
            @Nullable String sealText,
            Mark mark) {
        this.html = html;
        this.about = about;
        this.pictures = Map.copyOf(pictures);
        this.attachments = List.copyOf(attachments);
        this.verification = verification;
        this.sealText = sealText;
        this.mark = mark;
    }

    /** A paper without pictures, attachments, code, seal or mark. */
    public static Paper of(String html, About about) {
        return new Paper(html, about, Map.of(), List.of(), null, null, Mark.NONE);
    }

    /** JPEG or PNG files by id, upright as given. */
    public Paper withPictures(Map<String, byte[]> newPictures) {
        return new Paper(html, about, newPictures, attachments, verification, sealText, mark);
    }

    public Paper withAttachments(List<Attachment> newAttachments) {
        return new Paper(html, about, pictures, newAttachments, verification, sealText, mark);
    }

    /** Puts a code on every page. */
    public Paper withVerification(Verification newVerification) {
        return new Paper(html, about, pictures, attachments, newVerification, sealText, mark);
    }

    /**
     * Draws a seal with this office's name at each {@code data-seal} but the first, which is left for the signature.
     *
     * @throws IllegalArgumentException if the name is no seal's ({@link SealDrawing#fits})
     */
    public Paper withSeal(String officeName) {
        SealDrawing.fits(officeName);
        return new Paper(html, about, pictures, attachments, verification, officeName, mark);
    }

    public Paper withMark(Mark newMark) {
        return new Paper(html, about, pictures, attachments, verification, sealText, newMark);
    }

    public String html() {
        return html;
    }

    public About about() {
        return about;
    }

    public List<Attachment> attachments() {
        return attachments;
    }

    public Optional<Verification> verification() {
        return Optional.ofNullable(verification);
    }

    public Optional<String> sealText() {
        return Optional.ofNullable(sealText);
    }

    public Mark mark() {
        return mark;
    }

    Optional<byte[]> picture(String id) {
        return Optional.ofNullable(pictures.get(id));
    }
}
