package org.guixue.duty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;

/** Asked about the 目标责任书 that were issued; the room of the sheet answers, which knows them. */
public interface AgreementPapers {
    /** A paper of that kind that holds. */
    record Paper(long id, String serial, LocalDate issuedOn) {}

    /** Which of these instruments are void. */
    Set<Long> voidAmong(Collection<Long> instruments);

    /** The agreement, where the caller may see it and it holds. */
    Optional<Paper> agreement(Caller caller, long instrument);

    /**
     * Whether that is a picture of the caller's office, or a kept proof that the caller may see and that is not about another
     * child.
     *
     * @param proof its id, of a kept proof also its 档号
     * @param child whom the duty is for; 0 for one that is for no single child
     */
    boolean isProof(Caller caller, String proof, long child);
}
