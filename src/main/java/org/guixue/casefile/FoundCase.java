package org.guixue.casefile;

import org.guixue.casefile.history.CaseHistory;

/** A case with its place and all that was recorded of it. */
public record FoundCase(CasePlace place, CaseHistory history) {}
