package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.page.ByteRange;
import org.guixue.sheet.Previewing;

/** A paper of a batch before it is issued, whole and marked 预览; for who prepares it and who decides on it. */
@Path("/batches/{id:\\d{1,18}}/papers/{item:\\d{1,18}}/preview.pdf")
@RequestScoped
public class BatchPaperPages {
    @Inject
    private Batching batching;

    @Inject
    private ChildrenBatch children;

    @Inject
    private Deciding deciding;

    @Inject
    private Trial trial;

    @Inject
    private Previewing previewing;

    @Inject
    private ChildTrail trail;

    @Inject
    private Caller caller;

    @GET
    @Produces("application/pdf")
    public Response preview(@PathParam("id") long id, @PathParam("item") long item) {
        Batch batch = batching.standing(caller, id).batch();
        Caller owner = batch.owner();
        Form form = children.form(owner, batch.form().toString());
        boolean own = owner.account() == caller.account();
        if (!own && !deciding.mayDecide(caller, batch, form)) {
            throw new NotFound("预览");
        }
        BatchItem paper = batching.item(batch, item);
        if (!own && form.fields().stream().anyMatch(field -> field.type() == FieldType.NATIONAL_ID)) {
            paper.student().ifPresent(child -> trail.unmasked(caller, child, "审批" + form.title()));
        }
        byte[] pdf = previewing
                .preview(
                        owner,
                        form,
                        trial.assess(owner, form, paper.subject(), paper.values())
                                .drawable())
                .pdf();
        return ByteRange.answer(pdf, "application/pdf", paper.label() + "-预览.pdf", null, null);
    }
}
