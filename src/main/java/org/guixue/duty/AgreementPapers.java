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
}
