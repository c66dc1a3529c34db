package org.guixue.batch.printing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.batch.BatchPapers;
import org.guixue.page.Typed;

/** 打印几份文书: in which order, on which sides, how many copies; then the browser's print dialog. */
@Path("/prints")
@RequestScoped
public class PrintPages {
    @Inject
    private PrintRuns runs;

    @Inject
    private BatchPapers batches;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    @Controller
    @Path("new")
    public String ask(
            @QueryParam("batch") @DefaultValue("") String batch, @QueryParam("instrument") List<String> instruments) {
        models.put("batch", batch);
        models.put("instruments", ids(instruments));
        models.put("count", papers(batch, instruments).size());
        models.put("orders", PrintOrder.values());
        return "batch/print.html";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response print(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        PrintWish wish = new PrintWish(
                papers(typed.value("batch"), typed.all("instrument")),
                PrintApi.order(typed.value("order")),
                !typed.value("duplex").isEmpty(),
                typed.names("copies"),
                !typed.value("cover").isEmpty());
        return PrintApi.answer(runs, runs.begin(caller, wish));
    }

    private Set<Long> papers(String batch, List<String> instruments) {
        return batch.matches("\\d{1,18}") ? batches.of(caller, Long.parseLong(batch)) : ids(instruments);
    }

    private static Set<Long> ids(List<String> texts) {
        Set<Long> ids = new LinkedHashSet<>();
        texts.stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .forEach(ids::add);
        return ids;
    }
}
