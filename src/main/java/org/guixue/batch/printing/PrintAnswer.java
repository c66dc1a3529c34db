package org.guixue.batch.printing;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.page.ByteRange;

/** A print run as an answer, written as it leaves. */
final class PrintAnswer {
    private PrintAnswer() {}

    static Response of(PrintRuns runs, PrintRuns.Run run) {
        StreamingOutput file = out -> runs.write(run, out);
        return Response.ok(file, "application/pdf")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", ByteRange.disposition("inline", "打印%d份.pdf".formatted(run.papers().size())))
                .build();
    }

    static PrintOrder order(String name) {
        return Arrays.stream(PrintOrder.values())
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ValuesRefused(
                        "order",
                        "没有这种次序，请用其中之一："
                                + Arrays.stream(PrintOrder.values()).map(Enum::name).collect(Collectors.joining("、"))));
    }
}
