package org.guixue.office;

import java.util.ArrayList;
import java.util.List;
import org.guixue.access.Scope;

/**
 * The question who, besides one account, may approve the use of an office's seal. Fired as a CDI event; the room that keeps
 * the accounts answers with {@link #found}. For one thread.
 *
 * @see Caller#mayApprove
 */
public final class ApproversSought {
    private final Scope office;
    private final long besides;
    private final boolean sensitive;
    private final List<String> names = new ArrayList<>();

    /** @param sensitive whether the paper bears health or disability values, which the approver must be allowed to read */
    public ApproversSought(Scope office, long besides, boolean sensitive) {
        this.office = office;
        this.besides = besides;
        this.sensitive = sensitive;
    }

    public Scope office() {
        return office;
    }

    public long besides() {
        return besides;
    }

    public boolean sensitive() {
        return sensitive;
    }

    public void found(String displayName) {
        names.add(displayName);
    }

    public List<String> names() {
        return List.copyOf(names);
    }
}
