package org.guixue.signing;

/**
 * Where the seal's signature field lies: page from 1, lower left corner, width and height in points (1/72 inch).
 *
 * @param fieldName the field's name, without dots (ISO 32000-1, 12.7.3.2)
 * @param alternativeText what a screen reader says of the seal, in Chinese (PDF/UA-1, 7.18.4)
 */
public record SealPlace(
        int page, float x, float y, float width, float height, String fieldName, String alternativeText) {
    public SealPlace {
        if (page < 1 || !(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("expected page from 1 and a box with width and height, found: " + page
                    + ", " + width + " x " + height);
        }
        if (fieldName.isBlank() || fieldName.contains(".") || alternativeText.isBlank()) {
            throw new IllegalArgumentException("expected a field name without dots and a text, found: " + fieldName);
        }
    }
}
