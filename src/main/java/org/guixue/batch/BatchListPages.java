package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
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
        models.put("rows", lines(newest.batches()));
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

    private static List<Line> lines(List<Batch> batches) {
        return batches.stream()
                .map(batch -> new Line(
                        batch.id(),
                        batch.title(),
                        batch.ownerName(),
                        FieldText.minute(batch.createdAt()),
                        batch.total(),
                        batch.state() == BatchState.PREPARED && !batch.reason().isEmpty()
                                ? "已退回"
                                : batch.state().label(),
                        tone(batch.state())))
                .toList();
    }

    private static String tone(BatchState state) {
        return switch (state) {
            case PREPARED, SUBMITTED, RUNNING -> "soon";
            case DONE -> "done";
            case CANCELLED -> "void";
        };
    }
}
