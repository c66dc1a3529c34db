package org.guixue.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.form.FormId;
import org.guixue.instrument.Subjects;

/**
 * Papers of one form for many.
 *
 * @param title what the batch is called
 */
public record BatchOrder(String title, FormId form, List<Line> lines) {
    public BatchOrder {
        lines = List.copyOf(lines);
    }

    /**
     * One paper.
     *
     * @param label whom or what it is for, in words
     * @param about a key of what it is for: while one paper with it waits or holds, none is made with it; empty for none
     * @param values what stands on this one; what is not given is prefilled
     */
    public record Line(Subjects.Named subject, String label, String about, Map<String, Object> values) {
        public Line {
            values = new LinkedHashMap<>(values);
        }
    }
}
