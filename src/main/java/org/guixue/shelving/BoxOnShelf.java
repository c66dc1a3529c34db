package org.guixue.shelving;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.identity.Normaliser;

/**
 * 盒 and 架位, as they are written on the box and on the shelf.
 *
 * @param box half-width, 1 to {@value #LONGEST_BOX} characters, unique within its office
 * @param shelf up to {@value #LONGEST_SHELF} characters
 */
public record BoxOnShelf(String box, String shelf) {
    static final int LONGEST_BOX = 40;
    static final int LONGEST_SHELF = 60;
    private static final Pattern BOX = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .·_()〔〕-]*");

    /** @throws ValuesRefused where one is missing, too long or cannot be read aloud */
    public BoxOnShelf {
        box = Normaliser.figures(box);
        shelf = Normaliser.line(shelf);
        List<Violation> violations = new ArrayList<>();
        if (box.isEmpty()) {
            violations.add(new Violation("box", "请填写盒号，如2026-1"));
        } else if (box.length() > LONGEST_BOX) {
            violations.add(new Violation("box", "盒号最多%d个字，请缩短".formatted(LONGEST_BOX)));
        } else if (!BOX.matcher(box).matches()) {
            violations.add(new Violation("box", "盒号只用汉字、字母、数字、空格和-._()〔〕，以字或数字开头，如2026-1"));
        }
        if (shelf.isEmpty()) {
            violations.add(new Violation("shelf", "请填写架位，如档案室3架2层"));
        } else if (shelf.length() > LONGEST_SHELF) {
            violations.add(new Violation("shelf", "架位最多%d个字，请缩短".formatted(LONGEST_SHELF)));
        }
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
    }
}
