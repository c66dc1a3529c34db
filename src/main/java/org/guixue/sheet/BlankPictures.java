package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.form.Form;
import org.guixue.office.Office;
import org.guixue.rendering.PageImage;

/**
 * Small pictures of forms with nothing filled in, by which a paper is recognised in a list. They show nobody's data, so
 * looking at one opens no paper and needs no audit event. Keeps the last {@value #KEPT}; safe for many threads.
 */
@ApplicationScoped
public class BlankPictures {
    private static final int WIDTH_PIXELS = 240;
    private static final int KEPT = 64;

    private final Previewing previewing;

    @Inject
    public BlankPictures(Previewing previewing) {
        this.previewing = previewing;
    }

    private final Map<String, byte[]> pictures = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    /** Page one as PNG, {@value #WIDTH_PIXELS} pixels wide. The issuer is the first office that asked. */
    byte[] of(Form form, Office issuer) {
        String key = issuer.jurisdiction() + " " + form.digest();
        byte[] picture = pictures.get(key);
        if (picture == null) {
            picture = draw(form, issuer);
            pictures.put(key, picture);
        }
        return picture;
    }

    private byte[] draw(Form form, Office issuer) {
        try {
            return PageImage.png(previewing.blank(form, issuer), 1, WIDTH_PIXELS);
        } catch (IOException e) {
            throw new UncheckedIOException("a blank form cannot be drawn", e);
        }
    }
}
