package org.guixue.rendering;

/**
 * Where a seal goes: a square around its centre, in points from the lower left corner of the page.
 *
 * @param page counted from 1
 * @param label what the paper calls it
 */
public record Impression(int page, float x, float y, float size, String label) {}
