package org.guixue.deadline;

import org.guixue.deadline.due.CaseOnFile;

/**
 * A case as the board keeps it.
 *
 * @param name the child's
 */
record KnownCase(CaseOnFile file, String name) {}
