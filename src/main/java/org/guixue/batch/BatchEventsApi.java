package org.guixue.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.guixue.access.Caller;

/**
 * How a batch stands, as server-sent events: {@code progress} with the JSON of {@code GET /api/batches/{id}}, once a second
 * while it changes. The answer ends with the batch, and otherwise after half a minute, when the browser asks again by itself.
 */
@Path("/api/batches/{id:\\d{1,18}}/events")
@RequestScoped
public class BatchEventsApi {
    private static final int LISTENERS = 12;
    private static final int SECONDS = 30;
    private static final long BETWEEN_MILLIS = 1_000;
    private static final Semaphore PLACES = new Semaphore(LISTENERS);

    @Inject
    private Batching batching;

    @Inject
    private ObjectMapper json;

    @Inject
    private Caller caller;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response listen(@PathParam("id") long id) {
        Caller asker = caller;
        BatchJson first = BatchJson.of(batching.standing(caller, id));
        StreamingOutput events = out -> {
            if (!PLACES.tryAcquire()) {
                send(out, first, 5_000);
                return;
            }
            try {
                follow(out, asker, first);
            } finally {
                PLACES.release();
            }
        };
        return Response.ok(events, MediaType.SERVER_SENT_EVENTS)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private void follow(OutputStream out, Caller asker, BatchJson first) throws IOException {
        BatchJson now = first;
        send(out, now, BETWEEN_MILLIS);
        for (int second = 0; second < SECONDS && now.state() == BatchState.RUNNING; second++) {
            try {
                Thread.sleep(BETWEEN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            BatchJson next = BatchJson.of(batching.standing(asker, first.id()));
            if (!next.equals(now)) {
                send(out, next, BETWEEN_MILLIS);
            }
            now = next;
        }
    }

    private void send(OutputStream out, BatchJson standing, long retryMillis) throws IOException {
        String event = "retry: %d%nevent: progress%ndata: %s%n%n"
                .formatted(retryMillis, json.writeValueAsString(standing))
                .replace("\r\n", "\n");
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
