package org.guixue;

/** One value that does not fit: the field's name and, in Chinese, the rule and the way out. */
public record Violation(String field, String message) {}
