package org.guixue.deadline;

import org.guixue.deadline.due.Due;

/**
 * Something that is due, and for whom.
 *
 * @param name the child's; empty where it is about none
 */
record NamedDue(Due due, String name) {}
