/**
 * The pages on which a bureau manages offices, accounts and seals. Only web classes: what they do is done by the rooms.
 *
 * <p>May know: {@code office}, {@code account}, {@code instrument}, {@code form}, {@code rendering}, {@code signing}, {@code workbook};
 * nobody knows it.
 */
@NullMarked
package org.guixue.admin;

import org.jspecify.annotations.NullMarked;
