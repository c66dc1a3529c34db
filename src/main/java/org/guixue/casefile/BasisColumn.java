package org.guixue.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.casefile.history.CaseEvent;

/** What proves an event, as {@code INSTRUMENT:12 EVIDENCE:4}. */
final class BasisColumn {
    private BasisColumn() {}

    static String written(List<CaseEvent.Basis> basis) {
        return basis.stream().map(each -> each.kind() + ":" + each.id()).collect(Collectors.joining(" "));
    }

    static List<CaseEvent.Basis> read(String content) {
        return content.isEmpty()
                ? List.of()
                : Arrays.stream(content.split(" ")).map(BasisColumn::one).toList();
    }

    private static CaseEvent.Basis one(String text) {
        String[] parts = text.split(":");
        return new CaseEvent.Basis(CaseEvent.Basis.Kind.valueOf(parts[0]), Long.parseLong(parts[1]));
    }
}
