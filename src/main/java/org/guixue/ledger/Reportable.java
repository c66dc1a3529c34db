package org.guixue.ledger;

/** One child, case or paper of which a ledger tells. */
public interface Reportable {
    /** The same wherever and whenever the same is listed, so that nothing is counted twice. */
    String key();

    /** Id of the office that reports it: the child's school, else its township; the issuer of a paper. */
    long reporter();

    /** A text, a whole number or a {@link java.time.LocalDate}; an empty text where nothing is known. */
    Object fact(String name);
}
