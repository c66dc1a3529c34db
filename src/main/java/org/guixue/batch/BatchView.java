package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.page.PageAddress;
import org.guixue.page.Typed;

/** A batch as its page shows it: what was handed in, to look through; or how far it is. */
@ApplicationScoped
public class BatchView {
    private static final int SHOWN = 200;

    private final Batching batching;
    private final Batches batches;
    private final Deciding deciding;
    private final ChildrenBatch children;
    private final Grid grid;
    private final FormCatalog forms;

    @Inject
    public BatchView(
            Batching batching,
            Batches batches,
            Deciding deciding,
            ChildrenBatch children,
            Grid grid,
            FormCatalog forms) {
        this.batching = batching;
        this.batches = batches;
        this.deciding = deciding;
        this.children = children;
        this.grid = grid;
        this.forms = forms;
    }

    /**
     * What a page shows.
     *
     * @param waits whether it waits for a decision
     */
    record Shown(boolean waits, Map<String, Object> model) {}

    /** The form as the batch's owner issues it. */
    Form form(Caller caller, long id) {
        Batch batch = batching.standing(caller, id).batch();
        return children.form(batch.owner(), batch.form().toString());
    }

    Shown show(Caller caller, long id, int page, String refusal, Typed typed) {
        Batching.Standing standing = batching.standing(caller, id);
        Batch batch = standing.batch();
        boolean own = batch.owner().office() == caller.office() && batch.owner().role() == caller.role();
        Map<String, Object> model = new HashMap<>();
        model.put("it", standing);
        model.put("batch", batch);
        model.put("refusal", refusal);
        model.put("typed", typed);
        model.put("mayAct", own);
        if (batch.state() == BatchState.SUBMITTED) {
            model.putAll(handedIn(caller, batch, page));
            return new Shown(true, model);
        }
        model.putAll(progress(standing));
        return new Shown(false, model);
    }

    private Map<String, Object> handedIn(Caller caller, Batch batch, int page) {
        Form form = children.form(batch.owner(), batch.form().toString());
        boolean decides = deciding.mayDecide(caller, batch, form);
        PageAddress here = PageAddress.of("/batches/" + batch.id());
        Caller asOwner = batch.owner().readingNoMoreThan(caller);
        return Map.of(
                "decides",
                decides,
                "mine",
                batch.owner().account() == caller.account(),
                "view",
                grid.of(asOwner, batch, form, here, page, decides, Typed.blank()));
    }

    private Map<String, Object> progress(Batching.Standing standing) {
        Batch batch = standing.batch();
        Form form = forms.form(batch.form()).orElseThrow(() -> new NotFound("表样"));
        boolean running = batch.state() == BatchState.RUNNING;
        return Map.of(
                "issued",
                batches.items(batch.id(), ItemState.DONE, SHOWN),
                "running",
                running,
                "tone",
                running ? "soon" : batch.state() == BatchState.DONE ? "done" : "void",
                "ofChildren",
                form.about().child(),
                "minutes",
                standing.secondsLeft().map(seconds -> (seconds + 59) / 60).orElse(0L));
    }
}
