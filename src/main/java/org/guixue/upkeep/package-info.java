/**
 * 运行状况: what an administrator wants to know of the house itself, each with how urgent it is and what to do; for a page and
 * for a monitor.
 *
 * <p>May know: {@code fixity}, {@code batch}, {@code reconciliation}, {@code roster}, {@code scan}, {@code search},
 * {@code instrument}, {@code yearbook}, {@code form}, {@code catalogue}, {@code page}.
 */
@NullMarked
package org.guixue.upkeep;

import org.jspecify.annotations.NullMarked;
