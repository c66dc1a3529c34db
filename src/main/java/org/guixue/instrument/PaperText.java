package org.guixue.instrument;

/**
 * What a paper is found by in the index.
 *
 * @param open the whole paper as printed, all its pages, without what stands in sensitive fields
 * @param sensitive what stands in fields of health and disability, with their labels
 */
public record PaperText(String open, String sensitive) {}
