package org.guixue.form;

/**
 * 人账相符: a figure of this ledger that must equal one of another for the same office and period.
 *
 * @param here {@code count} or the name of a total
 * @param ledger the other one
 * @param there {@code count} or the name of a total there
 * @param source which document says so
 */
public record LedgerCheck(String here, FormId ledger, String there, String source) {}
