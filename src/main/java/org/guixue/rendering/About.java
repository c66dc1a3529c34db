package org.guixue.rendering;

import java.time.Instant;

/**
 * What a PDF says of itself (document information and XMP).
 *
 * @param title the instrument's title, as printed
 * @param author the office that issues it
 * @param subject what repeats on continuation sheets beside the title, as a rule the serial number; may be empty
 */
public record About(String title, String author, String subject, Instant createdAt) {
    public About {
        if (title.isBlank()) {
            throw new IllegalArgumentException("expected a title: PDF/UA-1 demands one");
        }
    }
}
