package org.guixue.office;

/** An office was founded, reopened, or bears another name or code: it needs a seal that says so. Fired in the transaction that writes it. */
public record OfficeNamed(Office office) {}
