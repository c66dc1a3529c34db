package org.guixue.office;

/** Which jurisdictions there are; whoever reads {@code forms/} answers. */
@FunctionalInterface
public interface KnownJurisdictions {
    boolean knows(String id);
}
