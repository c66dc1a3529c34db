package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.Violation;
import org.junit.jupiter.api.Test;

/** What a ledger's page posts, and how it is shown again. */
class TypedFormTest {
    private static TypedForm posted(String... pairs) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            posted.put(pairs[i], List.of(pairs[i + 1]));
        }
        return TypedForm.of(posted);
    }

    @Test
    void takesOnlyWhatSaysSomethingElseThanBefore() {
        TypedForm form = posted(
                "period",
                "2026-11",
                "cell.remark.g东山.小学",
                "新的 ",
                "was.remark.g东山.小学",
                "旧的",
                "cell.remark.s2",
                "同",
                "was.remark.s2",
                "同");
        assertEquals(List.of(new TypingCells.Wanted("g东山.小学", "remark", "新的 ", "旧的")), form.changed());
    }

    @Test
    void showsWhatIsWrongAtItsCell() {
        TypedForm form = posted("cell.remark.s1", "太长").refused(List.of(new Violation("cells[0]", "最多40个字")));
        assertEquals("最多40个字", form.trouble(TypedForm.name("remark", "s1")));
        assertEquals("太长", form.text(TypedForm.name("remark", "s1"), ""));
    }

    @Test
    void whatIsWrongWithThePaperIsNoCells() {
        assertFalse(posted("cell.remark.s1", "x")
                .refused(List.of(new Violation("rows[3].remark", "有一个字打不出来")))
                .isWrong());
    }
}
