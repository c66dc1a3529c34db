package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.duty.DutyLayer;
import org.guixue.duty.DutyMap;
import org.guixue.duty.DutyYear;
import org.guixue.form.FormId;
import org.jspecify.annotations.Nullable;

/** All agreements of a layer in one go: 202 and the batch that does it. */
@Path("/api/agreements/issue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgreementIssueApi {
    @Inject
    private AgreementBatch agreements;

    @Inject
    private Batching batching;

    @Inject
    private DutyMap map;

    @Inject
    private Caller caller;

    /** @param values what stands on each alike, such as the targets; what is not given is the jurisdiction's */
    record IssueLayerBody(
            @Nullable String year,
            @Nullable String layer,
            @Nullable String form,
            @Nullable Map<String, Object> values) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(IssueLayerBody body) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能签发文书");
        }
        Batch batch = batching.begin(
                caller,
                agreements.order(
                        caller,
                        DutyYear.read(body.year() == null ? "" : body.year(), map.present()),
                        layer(body.layer()),
                        Optional.ofNullable(body.form())
                                .filter(text -> !text.isBlank())
                                .map(AgreementIssueApi::form),
                        body.values() == null ? Map.of() : body.values()));
        return Response.accepted(BatchJson.of(batching.standing(caller, batch.id())))
                .location(URI.create("/api/batches/" + batch.id()))
                .build();
    }

    private static DutyLayer layer(@Nullable String text) {
        return DutyLayer.of(text == null ? "" : text.strip())
                .orElseThrow(() -> new ValuesRefused(
                        "layer",
                        "没有这个责任层次，请用其中之一："
                                + DutyLayer.signed().stream().map(Enum::name).collect(Collectors.joining("、"))));
    }

    static FormId form(String text) {
        try {
            return FormId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("form", "没有这种表样，请从表样列表中选择");
        }
    }
}
