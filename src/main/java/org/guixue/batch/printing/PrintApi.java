package org.guixue.batch.printing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.batch.BatchPapers;
import org.guixue.page.ByteRange;
import org.jspecify.annotations.Nullable;

/** One PDF for the printer, of chosen papers or of all of a batch. Each printing is on record. */
@Path("/api/prints")
@RequestScoped
public class PrintApi {
    @Inject
    private PrintRuns runs;

    @Inject
    private BatchPapers batches;

    @Inject
    private Caller caller;

    /**
     * @param instruments ids; or {@code batch}, not both
     * @param order CLASS (default), VILLAGE or SERIAL
     * @param duplex default true
     * @param copies names of the copies
     * @param cover default true
     */
    record PrintBody(
            @Nullable List<Long> instruments,
            @Nullable Long batch,
            @Nullable String order,
            @Nullable Boolean duplex,
            @Nullable List<String> copies,
            @Nullable Boolean cover) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response print(PrintBody body) {
        return answer(
                runs,
                runs.begin(
                        caller,
                        new PrintWish(
                                papers(body.instruments(), body.batch()),
                                order(body.order() == null ? "CLASS" : body.order()),
                                !Boolean.FALSE.equals(body.duplex()),
                                body.copies() == null ? List.of() : body.copies(),
                                !Boolean.FALSE.equals(body.cover()))));
    }

    private Set<Long> papers(@Nullable List<Long> instruments, @Nullable Long batch) {
        if ((instruments == null) == (batch == null)) {
            throw new ValuesRefused("instruments", "请用instruments或batch指明要打印的文书，只用一种");
        }
        return batch == null ? new LinkedHashSet<>(instruments) : batches.of(caller, batch);
    }

    /** A run as an answer, written as it leaves. */
    static Response answer(PrintRuns runs, PrintRuns.Run run) {
        StreamingOutput file = out -> runs.write(run, out);
        return Response.ok(file, "application/pdf")
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        ByteRange.disposition(
                                "inline", "打印%d份.pdf".formatted(run.papers().size())))
                .build();
    }

    static PrintOrder order(String name) {
        return Arrays.stream(PrintOrder.values())
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ValuesRefused(
                        "order",
                        "没有这种次序，请用其中之一："
                                + Arrays.stream(PrintOrder.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))));
    }
}
