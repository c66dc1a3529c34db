package org.guixue.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** What was typed and what is written meanwhile stand side by side. */
class TypedTest {
    private static Typed written() {
        return Typed.blank()
                .with("version", "2")
                .with("name", "青禾县教育局")
                .with("phone", "")
                .with("kind", "SCHOOL")
                .with("unseen", "x");
    }

    /** A stale tab of 本单位 showed what was typed alone. */
    @Test
    void saysWhatIsWrittenWhereItIsSomethingElse() {
        Typed typed = Typed.blank()
                .with("version", "1")
                .with("name", "青禾县教体局")
                .with("phone", "0799-5550131")
                .with("kind", "TOWNSHIP")
                .beside(written(), "kind");
        assertEquals("现在保存的是“青禾县教育局”", typed.message("name"));
        assertEquals("现在保存的是空的", typed.message("phone"));
        assertEquals("现在保存的与这里选的不同", typed.message("kind"));
        assertFalse(typed.wrong("unseen") || typed.wrong("version"));
        assertEquals("青禾县教体局", typed.value("name"), "what was typed stays");
    }
}
