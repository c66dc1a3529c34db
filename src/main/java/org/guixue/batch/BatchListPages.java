package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;

/** 批量: the batches of the caller's offices, the newest first. */
@Path("/batches")
@Controller
@RequestScoped
public class BatchListPages {
    private static final int ROWS = 50;

    @Inject
    private Batching batching;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A line of the list. */
    public record Line(long id, String title, String owner, String when, int total, String state, String tone) {}

    @GET
    public String list(@QueryParam("page") @DefaultValue("0") String page) {
        int number = page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
        Batching.Newest newest = batching.newest(caller.scope(), number * ROWS, ROWS);
        PageAddress here = PageAddress.of("/batches");
        models.put(
                "rows",
                newest.batches().stream()
                        .map(batch -> line(batch, newest.failures().getOrDefault(batch.id(), 0L)))
                        .toList());
        models.put(
                "at",
                new PageOf(
                        number == 0 ? here : here.with("page", Integer.toString(number)),
                        number,
                        ROWS,
                        newest.total()));
        models.put("mayBegin", caller.role() != Role.INSPECTOR);
        return "batch/batches.html";
    }

    private static Line line(Batch batch, long failed) {
        boolean unfinished = batch.state() == BatchState.DONE && failed > 0;
        return new Line(
                batch.id(),
                batch.title(),
                batch.ownerName(),
                FieldText.minute(batch.createdAt()),
                batch.total(),
                unfinished ? "%d 份没有签发".formatted(failed) : standing(batch),
                unfinished ? "late" : tone(batch.state()));
    }

    private static String standing(Batch batch) {
        return batch.state() == BatchState.PREPARED && !batch.reason().isEmpty()
                ? "已退回"
                : batch.state().label();
    }

    private static String tone(BatchState state) {
        return switch (state) {
            case PREPARED, SUBMITTED, RUNNING -> "soon";
            case DONE -> "done";
            case CANCELLED -> "void";
        };
    }
}
