package org.guixue.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Upload;
import org.guixue.workbook.Limits;

/** 导入名册: bring a file, look at what it would do, decide, confirm, see what it did. */
@Path("/students/import")
@RequestScoped
public class ImportPages {
    private static final int ROWS = 50;
    private static final int LATEST = 10;

    @Inject
    private Importing importing;

    @Inject
    private RosterImports imports;

    @Inject
    private ImportRows importRows;

    @Inject
    private Clearing clearing;

    @Inject
    private Offices offices;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A column that is understood, and its other names. */
    public record Column(String title, String others, boolean needed) {}

    @GET
    @Controller
    public String blank() {
        Importing.refuseInspector(caller);
        return form("");
    }

    private String form(String refusal) {
        models.put("refusal", refusal);
        models.put(
                "schools",
                offices.within(caller.scope()).stream()
                        .filter(each ->
                                each.kind() == OfficeKind.SCHOOL && !each.closed() && each.id() != caller.office())
                        .toList());
        models.put(
                "columns",
                RosterColumns.all().stream()
                        .filter(heading ->
                                caller.mayReadSensitive() || !RosterColumns.SENSITIVE.contains(heading.field()))
                        .map(heading -> new Column(
                                heading.names().get(0),
                                heading.names().stream().skip(1).limit(5).collect(Collectors.joining("、")),
                                heading.required()))
                        .toList());
        models.put(
                "latest",
                imports.latest(caller, LATEST).stream()
                        .map(each -> new ImportView(each, clock.instant()))
                        .toList());
        return "roster/import-new.html";
    }

    @GET
    @Path("template.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public Response template() {
        Importing.refuseInspector(caller);
        Office own = offices.find(caller.office()).orElseThrow();
        return file(RosterTemplate.workbook(own.name()), "student-roster.xlsx", "学生名册.xlsx");
    }

    private static Response file(byte[] bytes, String plain, String name) {
        String encoded = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(bytes)
                .header("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Controller
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(List<EntityPart> parts) throws IOException {
        Importing.refuseInspector(caller);
        try {
            return to(Upload.handled(
                            parts, "file", Limits.FILE_BYTES, upload -> importing.begin(caller, upload, school(parts)))
                    .id());
        } catch (Refused e) {
            if (RefusedRequest.isNoMatterOfTheForm(e)) {
                throw e;
            }
            return Response.status(422).entity(form(Importing.words(e))).build();
        }
    }

    private static OptionalLong school(List<EntityPart> parts) throws IOException {
        String chosen = Upload.text(parts, "school");
        return chosen.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(chosen)) : OptionalLong.empty();
    }

    @GET
    @Path("{id:\\d+}")
    @Controller
    public Response show(
            @PathParam("id") long id,
            @QueryParam("tab") @DefaultValue("") String tab,
            @QueryParam("page") @DefaultValue("0") int page) {
        RosterImport found = find(id);
        ImportView view = new ImportView(found, clock.instant());
        RowVerdict shown = Arrays.stream(RowVerdict.values())
                .filter(verdict -> verdict.name().equals(tab))
                .findFirst()
                .orElse(view.first());
        int number = Math.min(Math.max(page, 0), 10_000);
        models.put("view", view);
        models.put("it", found);
        models.put("tab", shown.name());
        List<ImportRows.Row> rows = view.running() ? List.of() : importRows.of(caller, found, shown, number, ROWS);
        models.put("rows", rows);
        models.put("elsewhere", rows.stream().anyMatch(ImportRows.Row::elsewhere));
        PageAddress here = PageAddress.of("/students/import/" + id).with("tab", shown.name());
        models.put(
                "at",
                new PageOf(
                        number == 0 ? here : here.with("page", Integer.toString(number)),
                        number,
                        ROWS,
                        found.count(shown)));
        models.put(
                "errors",
                imports.hasFile(id) && found.count(RowVerdict.REFUSED) + found.count(RowVerdict.UNDECIDED) > 0);
        Response.ResponseBuilder answer = Response.ok("roster/import.html");
        return (view.running() ? answer.header("Refresh", "4") : answer).build();
    }

    @GET
    @Path("{id:\\d+}/errors.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public Response errors(@PathParam("id") long id) {
        RosterImport found = find(id);
        if (found.state().running() || !imports.hasFile(id)) {
            throw new Conflict("文件已不再保留，请重新上传后下载");
        }
        return file(
                importing.errors(found),
                "errors.xlsx",
                "错误原因-" + found.fileName().replaceFirst("\\.[A-Za-z]+$", "") + ".xlsx");
    }

    @POST
    @Path("{id:\\d+}/decisions")
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        expectReady(find(id));
        posted.forEach((name, values) -> {
            if (name.matches("row\\d{1,9}") && !values.isEmpty()) {
                Arrays.stream(Decision.values())
                        .filter(decision -> decision.name().equals(values.get(0)))
                        .findFirst()
                        .ifPresent(decision -> imports.decide(id, Integer.parseInt(name.substring(3)), decision));
            }
        });
        importing.judgeAnew(id);
        return to(id);
    }

    @POST
    @Path("{id:\\d+}/confirm")
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        find(id);
        boolean partial = posted.containsKey("partial");
        imports.change(id, each -> {
            expectReady(each);
            if (!Importing.mayApply(each, partial)) {
                throw new Conflict("还有被拒绝或要决定的行。请改正后重新上传，或选“只导入没有错误的行”。");
            }
            each.confirm(caller, partial);
        });
        return to(id);
    }

    @POST
    @Path("{id:\\d+}/discard")
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        find(id);
        clearing.discard(caller, id);
        return Response.seeOther(URI.create("/students/import")).build();
    }

    private static void expectReady(RosterImport found) {
        if (found.state() != ImportState.READY) {
            throw new Conflict("这次导入现在是“%s”，不能这样操作".formatted(found.state().label()));
        }
    }

    private RosterImport find(long id) {
        Importing.refuseInspector(caller);
        return imports.find(id, caller).orElseThrow(() -> new NotFound("导入"));
    }

    private static Response to(long id) {
        return Response.seeOther(URI.create("/students/import/" + id)).build();
    }
}
