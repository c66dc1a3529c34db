package org.guixue.adoption;

/** A county's jurisdiction was written anew and counts from now on. */
public record JurisdictionWritten(String id) {}
