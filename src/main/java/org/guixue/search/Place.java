package org.guixue.search;

/** An office as a paper names it: a school or a township. */
public record Place(long id, String name) {}
