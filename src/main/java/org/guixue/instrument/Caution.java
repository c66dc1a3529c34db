package org.guixue.instrument;

/**
 * What speaks against a paper and does not forbid it: it is said, and whoever issues the paper all the same has read it.
 *
 * @param rule its id
 * @param source where the rule comes from; 本单位规定 where no source gives it
 */
public record Caution(String rule, String source, String message) {}
