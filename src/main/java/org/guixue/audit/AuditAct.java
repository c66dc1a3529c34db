package org.guixue.audit;

/** What can be done here that somebody may ask about later. */
public enum AuditAct {
    SIGN_IN,
    SIGN_IN_FAILED,
    SIGN_OUT,
    READ_STUDENT,
    READ_INSTRUMENT,
    SEARCH,
    /** A full resident ID was shown; the event says why. */
    UNMASK,
    PREVIEW,
    PRINT,
    DOWNLOAD,
    CREATE,
    CHANGE,
    /** A draft was handed in for the approval of a second person (用印审批); taken back before that; approved; sent back. */
    SUBMIT,
    WITHDRAW,
    APPROVE,
    SEND_BACK,
    /** Whoever is named as signatory stands against a paper that went out without their approval. */
    OBJECT,
    /** A number was allotted and the values frozen. */
    ISSUE_RESERVED,
    ISSUED,
    VOID,
    CANCEL,
    DELIVER,
    SCAN,
    /** The paper original was put into a box, moved to another or taken out. */
    SHELVE,
    EXPORT,
    IMPORT,
    VERIFY,
    /** The trail itself was read or checked. */
    READ_TRAIL,
    /** Offices, accounts, keys, forms. */
    ADMIN,
    /** Somebody at the machine let the house go on at a time before the last event, which bears a wrong date. */
    CLOCK_ACCEPTED,
    /** What the system did by itself: recovery, fixity, quarantine. */
    SYSTEM
}
