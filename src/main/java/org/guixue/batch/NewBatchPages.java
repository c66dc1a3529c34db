package org.guixue.batch;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.form.Form;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Offices;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.page.Upload;
import org.guixue.person.KnownCategories;
import org.guixue.person.StudentState;
import org.jspecify.annotations.Nullable;

/** 成批填写: which form, and for whom: a class or group, a pasted list, or a workbook. Then the batch is prepared. */
@Path("/batches/new")
@RequestScoped
public class NewBatchPages {
    private static final List<String> FILTERS = List.of("all", "q", "school", "township", "grade", "state", "category");

    @Inject
    private ChildrenBatch children;

    @Inject
    private Choosing choosing;

    @Inject
    private Preparing preparing;

    @Inject
    private KnownCategories categories;

    @Inject
    private Offices offices;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Something to choose from. */
    public record Choice(String id, String name) {}

    /** Something that goes on from page to page. */
    public record Carried(String name, String id) {}

    /** Also with children who were ticked in a list, or all that its filters find. */
    @GET
    @Controller
    public String ask(@Context UriInfo address) {
        return page(Typed.of(address.getQueryParameters()), "");
    }

    /** From this page, or from the ticked children of a list. */
    @POST
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        try {
            Form form = children.form(caller, typed.value("form"));
            return to(preparing.prepare(caller, form, chosen(typed), Map.of()));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(typed, refusal));
        }
    }

    private Chosen chosen(Typed typed) {
        List<Long> ticked = ticked(typed);
        if (!ticked.isEmpty() && typed.value("all").isEmpty()) {
            return choosing.ticked(caller, ticked);
        }
        if (!typed.value("names").isEmpty()) {
            return choosing.named(caller, PastedNames.read(typed.value("names")));
        }
        if (typed.value("by").equals("names")) {
            throw new ValuesRefused("names", "请粘贴名单，每行一名学生");
        }
        ChildrenFilter filter = filter(typed);
        return choosing.found(caller, filter.query(LocalDate.now(clock)), filter.caseStates());
    }

    private static List<Long> ticked(Typed typed) {
        return typed.all("student").stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    private static ChildrenFilter filter(Typed typed) {
        return new ChildrenFilter(
                typed.value("q"),
                number(typed.value("school")),
                number(typed.value("township")),
                typed.value("grade"),
                typed.value("schoolClass"),
                typed.value("category"),
                typed.value("state"),
                typed.value("caseState"));
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,9}") ? Long.valueOf(text) : null;
    }

    @POST
    @Controller
    @Path("workbook")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@QueryParam("form") @DefaultValue("") String id, List<EntityPart> parts) throws IOException {
        Typed typed = Typed.blank().with("form", id);
        try {
            Form form = children.form(caller, id);
            List<Wanted> rows = Upload.handled(
                    parts, "file", BatchSheet.MOST_BYTES, upload -> new BatchSheet(form, caller).read(upload.bytes()));
            return to(preparing.prepare(caller, form, choosing.named(caller, rows), Map.of()));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(typed, refusal));
        }
    }

    private static Response to(Batch batch) {
        return Response.seeOther(URI.create("/batches/" + batch.id())).build();
    }

    private String page(Typed typed, String refusal) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能签发文书");
        }
        List<Form> forms = children.forms(caller);
        Optional<Form> chosen = forms.stream()
                .filter(form -> form.id().toString().equals(typed.value("form")))
                .findFirst();
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put(
                "forms",
                forms.stream()
                        .map(form -> new Choice(form.id().toString(), "《" + form.title() + "》"))
                        .toList());
        models.put("form", chosen.map(Form::title).orElse(""));
        models.put("most", Batching.MOST);
        List<Carried> carried = carried(typed);
        models.put("carried", carried);
        models.put("chosen", carried.isEmpty() || !chosen.isPresent() ? "" : "在名册里选的 %d 名学生".formatted(count(typed)));
        models.put("schools", schools());
        models.put("grades", SchoolGrade.COMPULSORY);
        models.put(
                "states",
                Arrays.stream(StudentState.values())
                        .filter(state ->
                                chosen.map(form -> form.suits(state.name())).orElse(true))
                        .map(state -> new Choice(state.name(), state.label()))
                        .toList());
        models.put("categories", categories.all());
        return "batch/new.html";
    }

    /** What was chosen in the list of children. */
    private static List<Carried> carried(Typed typed) {
        List<Carried> carried = new ArrayList<>();
        boolean all = !typed.value("all").isEmpty();
        for (String name : all ? FILTERS : List.of("student")) {
            typed.all(name).stream()
                    .filter(value -> !value.isBlank())
                    .forEach(value -> carried.add(new Carried(name, value)));
        }
        return carried;
    }

    private long count(Typed typed) {
        return typed.value("all").isEmpty()
                ? ticked(typed).size()
                : choosing.count(caller, filter(typed).query(LocalDate.now(clock)));
    }

    private List<Choice> schools() {
        return offices.within(caller.scope()).stream()
                .filter(office -> office.kind() == OfficeKind.SCHOOL)
                .map(office -> new Choice(Long.toString(office.id()), office.name()))
                .toList();
    }
}
