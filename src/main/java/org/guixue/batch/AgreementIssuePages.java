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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.duty.Duty;
import org.guixue.duty.DutyLayer;
import org.guixue.duty.DutyMap;
import org.guixue.duty.DutyYear;
import org.guixue.office.Offices;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/** 签发本层目标责任书: says how many and with which figures, then orders the batch. */
@Path("/agreements/issue")
@Controller
@RequestScoped
public class AgreementIssuePages {
    private static final List<String> FIGURES = List.of("enrolment", "retained", "dropout", "copyCount", "eachHolds");

    @Inject
    private AgreementBatch agreements;

    @Inject
    private Batching batching;

    @Inject
    private DutyMap map;

    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Something to choose from. */
    public record FormChoice(String id, String name) {}

    @GET
    public String ask(
            @QueryParam("year") @DefaultValue("") String year, @QueryParam("layer") @DefaultValue("") String layer) {
        Typed typed = Typed.blank()
                .with("year", year)
                .with("layer", layer)
                .with("copyCount", "2")
                .with("eachHolds", "1");
        agreements
                .targets(offices.find(caller.office()).orElseThrow())
                .forEach((field, value) -> typed.with(field, String.valueOf(value)));
        return form(typed, "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        try {
            Batch batch = batching.begin(
                    caller,
                    agreements.order(
                            caller,
                            year(typed),
                            layer(typed),
                            Optional.of(typed.value("form"))
                                    .filter(text -> !text.isEmpty())
                                    .map(AgreementIssueApi::form),
                            figures(typed)));
            return Response.seeOther(URI.create("/batches/" + batch.id())).build();
        } catch (ValuesRefused e) {
            return RefusedRequest.shown(plain(e), typed, refusal -> form(typed, refusal));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> form(typed, refusal));
        }
    }

    private static ValuesRefused plain(ValuesRefused refused) {
        return new ValuesRefused(refused.violations().stream()
                .map(each -> new Violation(each.field().replaceFirst("^values\\.", ""), each.message()))
                .toList());
    }

    private static Map<String, Object> figures(Typed typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : FIGURES) {
            String text = typed.value(field);
            if (text.matches("\\d{1,6}")) {
                values.put(field, Integer.valueOf(text));
            } else if (text.matches("\\d{1,6}\\.\\d{1,6}")) {
                values.put(field, Double.valueOf(text));
            } else if (!text.isEmpty()) {
                values.put(field, text);
            }
        }
        return values;
    }

    private SchoolYear year(Typed typed) {
        return DutyYear.read(typed.value("year"), map.present());
    }

    private static DutyLayer layer(Typed typed) {
        return DutyLayer.of(typed.value("layer")).orElseThrow(() -> new NotFound("责任层次"));
    }

    private String form(Typed typed, String refusal) {
        DutyLayer layer = layer(typed);
        SchoolYear year = year(typed);
        if (!layer.isEnteredBy(caller.role())) {
            throw new Forbidden("“%s”的目标责任书由上级单位签发".formatted(layer.label()));
        }
        List<Duty> all = agreements.without(caller, year, layer);
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("year", year.begins());
        models.put("layer", layer);
        models.put("total", all.size());
        models.put("first", all.stream().limit(20).toList());
        models.put(
                "forms",
                agreements.formsFor(caller, layer).stream()
                        .map(form -> new FormChoice(form.id().toString(), form.title()))
                        .toList());
        return "batch/agreements-issue.html";
    }
}
