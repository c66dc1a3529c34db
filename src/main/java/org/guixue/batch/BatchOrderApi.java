package org.guixue.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.page.Upload;
import org.jspecify.annotations.Nullable;

/**
 * Papers of one form for many children. With {@code dryRun=true} nothing is kept: {@code {ready, blocked}}. Else 202 and the
 * batch, which issues what can be issued and names the rest as failed, or 422 with who and why where nothing can; a form with
 * 用印审批 waits as SUBMITTED.
 */
@Path("/api/batches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BatchOrderApi {
    @Inject
    private ChildrenBatch children;

    @Inject
    private Choosing choosing;

    @Inject
    private Preparing preparing;

    @Inject
    private Batching batching;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    /**
     * @param students ids
     * @param names one child each: name, number, class, with blanks or tabs between
     * @param each what stands on one child's paper alone, by its id
     */
    record ChildrenBody(
            @Nullable String form,
            @Nullable List<Long> students,
            @Nullable List<String> names,
            @Nullable ChildrenFilter filter,
            @Nullable Map<String, Object> values,
            @Nullable Map<String, @Nullable Map<String, Object>> each) {}

    /** @param violations in Chinese, with the field where there is one */
    record BlockedPaper(@Nullable Long student, String name, List<Violation> violations) {}

    /** One that can be issued, and says otherwise than the records. */
    record DoubtedPaper(@Nullable Long student, String name, List<Violation> warnings) {}

    /** @param doubted left out where there are none */
    record TrialJson(
            int ready,
            List<BlockedPaper> blocked,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DoubtedPaper> doubted) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(ChildrenBody body, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        Form form = children.form(caller, body.form() == null ? "" : body.form());
        return answer(form, chosen(body), body.values() == null ? Map.of() : body.values(), dryRun);
    }

    /** A workbook (part {@code file}) with the values as columns; parts {@code form} and {@code dryRun} beside it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response orderByWorkbook(List<EntityPart> parts, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun)
            throws IOException {
        Form form = children.form(caller, text(parts, "form"));
        List<Wanted> rows = Upload.handled(
                parts, "file", BatchSheet.MOST_BYTES, upload -> new BatchSheet(form, caller).read(upload.bytes()));
        return answer(
                form,
                choosing.named(caller, rows),
                Map.of(),
                dryRun || text(parts, "dryRun").equals("true"));
    }

    private static String text(List<EntityPart> parts, String name) throws IOException {
        Optional<EntityPart> part =
                parts.stream().filter(each -> each.getName().equals(name)).findFirst();
        if (part.isEmpty()) {
            return "";
        }
        try (InputStream content = part.get().getContent()) {
            return new String(content.readNBytes(200), StandardCharsets.UTF_8).strip();
        }
    }

    private Response answer(Form form, Chosen chosen, Map<String, Object> same, boolean dryRun) {
        chosen.expectSomebody();
        if (dryRun) {
            return Response.ok(trial(preparing.judged(caller, form, chosen, same)))
                    .build();
        }
        Batch batch = preparing.prepare(caller, form, chosen, same);
        Batching.Outlook outlook = batching.outlook(batch);
        if (outlook.ready() == 0) {
            batching.cancel(caller, batch.id());
            throw new ValuesRefused(outlook.first().stream()
                    .map(item -> new Violation("students", item.label() + "：" + item.message()))
                    .toList());
        }
        preparing.start(caller, batch.id(), true);
        return Response.accepted(BatchJson.of(batching.standing(caller, batch.id())))
                .location(URI.create("/api/batches/" + batch.id()))
                .build();
    }

    private static TrialJson trial(List<Preparing.Judged> judged) {
        List<BlockedPaper> blocked = judged.stream()
                .filter(each -> !each.outcome().passes())
                .map(each -> new BlockedPaper(
                        each.student().orElse(null), each.name(), each.outcome().violations()))
                .toList();
        List<DoubtedPaper> doubted = judged.stream()
                .filter(Preparing.Judged::doubted)
                .map(each -> new DoubtedPaper(
                        each.student().orElse(null), each.name(), each.outcome().doubts()))
                .toList();
        return new TrialJson(judged.size() - blocked.size(), blocked, doubted);
    }

    private Chosen chosen(ChildrenBody body) {
        @Nullable List<Long> students = body.students();
        @Nullable List<String> names = body.names();
        @Nullable ChildrenFilter filter = body.filter();
        long ways = List.of(students != null, names != null, filter != null).stream()
                .filter(given -> given)
                .count();
        if (ways != 1) {
            throw new ValuesRefused("students", "请用students、names、filter三者之一指明学生，只用一种");
        }
        if (students != null) {
            return choosing.ticked(caller, students).with(each(body));
        }
        if (filter == null) {
            return choosing.named(caller, PastedNames.read(String.join("\n", names == null ? List.of() : names)))
                    .with(each(body));
        }
        return choosing.found(caller, filter.query(LocalDate.now(clock)), filter.caseStates())
                .with(each(body));
    }

    private static Map<Long, Map<String, Object>> each(ChildrenBody body) {
        Map<Long, Map<String, Object>> each = new LinkedHashMap<>();
        Map<String, @Nullable Map<String, Object>> given = body.each();
        if (given != null) {
            given.forEach((id, values) -> {
                if (!id.matches("\\d{1,18}") || values == null) {
                    throw new ValuesRefused("each." + id, "each的每一项应为学生编号和它的内容，请改正");
                }
                each.put(Long.valueOf(id), values);
            });
        }
        return each;
    }
}
