package org.guixue.office;

import java.util.List;
import org.guixue.access.Scope;

/**
 * Who, besides one account, may approve the use of an office's seal; the room that keeps the accounts answers.
 *
 * @see Caller#mayApprove
 */
@FunctionalInterface
public interface Approvers {
    /**
     * Their display names.
     *
     * @param sensitive whether the paper bears health or disability values, which the approver must be allowed to read
     */
    List<String> names(Scope office, long besides, boolean sensitive);
}
