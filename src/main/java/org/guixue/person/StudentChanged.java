package org.guixue.person;

/** A child was entered or what is written of it has changed; fired within the transaction that writes it. */
public record StudentChanged(long student) {}
