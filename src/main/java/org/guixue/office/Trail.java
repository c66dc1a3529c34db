package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Logger;

/** Writes the audit trail in the words of this house: who (the caller), what, on whom, why. */
@ApplicationScoped
public class Trail {
    private static final Logger LOG = Logger.getLogger(Trail.class.getName());

    /** A listing or search; {@code what} was looked for among {@code kind}. */
    public void searched(Caller caller, String kind, String what, long total) {
        LOG.fine(() -> caller.username() + " searched " + kind + " " + what + " " + total);
    }

    public void read(Caller caller, long student) {
        LOG.fine(() -> caller.username() + " read student " + student);
    }

    /** On disk when it returns: only then may the whole ID leave. */
    public void unmasked(Caller caller, long student, String why) {
        LOG.fine(() -> caller.username() + " unmasked " + student + " " + why);
    }

    public void unmaskedInstrument(Caller caller, long instrument, String why) {
        did(caller, "UNMASK", "instrument", instrument, why);
    }

    public void opened(Caller caller, long instrument, String what) {
        did(caller, "READ_INSTRUMENT", "instrument", instrument, what);
    }

    public void reserved(Caller caller, long instrument) {
        did(caller, "ISSUE_RESERVED", "instrument", instrument, "");
    }

    public void issued(long account, String name, long instrument) {
        LOG.fine(() -> account + name + instrument);
    }

    public void voided(Caller caller, long instrument, String why) {
        did(caller, "VOID", "instrument", instrument, why);
    }

    private void did(Caller caller, String act, String kind, long id, String why) {
        LOG.fine(() -> caller.username() + " " + act + " " + kind + " " + id + " " + why);
    }
}
