package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.NotFound;
import org.guixue.page.PageAddress;
import org.guixue.page.Typed;

/** A batch as its page shows it: what was handed in, to look through; or how far it is. */
@RequestScoped
public class BatchView {
    private static final int SHOWN = 200;

    @Inject
    private Batching batching;

    @Inject
    private Batches batches;

    @Inject
    private Deciding deciding;

    @Inject
    private ChildrenBatch children;

    @Inject
    private Grid grid;

    @Inject
    private FormCatalog forms;

    @Inject
    private Models models;

    /** The form as the batch's owner issues it. */
    Form form(Caller caller, long id) {
        Batch batch = batching.standing(caller, id).batch();
        return children.form(batch.owner(), batch.form().toString());
    }

    String show(Caller caller, long id, int page, String refusal, Typed typed) {
        Batching.Standing standing = batching.standing(caller, id);
        Batch batch = standing.batch();
        boolean own = batch.owner().office() == caller.office()
                && batch.owner().role() == caller.role();
        models.put("it", standing);
        models.put("batch", batch);
        models.put("refusal", refusal);
        models.put("typed", typed);
        models.put("mayAct", own);
        return batch.state() == BatchState.SUBMITTED ? handedIn(caller, batch, page) : progress(caller, standing);
    }

    private String handedIn(Caller caller, Batch batch, int page) {
        Form form = children.form(batch.owner(), batch.form().toString());
        boolean decides = deciding.mayDecide(caller, batch, form);
        models.put("decides", decides);
        models.put("mine", batch.owner().account() == caller.account());
        models.put(
                "view",
                grid.of(
                        batch.owner(),
                        batch,
                        form,
                        PageAddress.of("/batches/" + batch.id()),
                        page,
                        decides,
                        Typed.blank()));
        return "batch/handed-in.html";
    }

    private String progress(Caller caller, Batching.Standing standing) {
        Batch batch = standing.batch();
        Form form = forms.form(batch.form()).orElseThrow(() -> new NotFound("表样"));
        models.put("issued", batches.items(batch.id(), ItemState.DONE, SHOWN));
        models.put("running", batch.state() == BatchState.RUNNING);
        models.put("ofChildren", form.about().child());
        models.put(
                "minutes",
                standing.secondsLeft().map(seconds -> (seconds + 59) / 60).orElse(0L));
        return "batch/batch.html";
    }
}
