package org.guixue.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Some links of the chain, held.
 *
 * @param head behind which the next walk goes on
 * @param latest the time of the youngest event up to there
 * @param odd the first thing that does not fit
 * @param end whether there is no further link
 */
public record TrailStretch(AuditHead head, Instant latest, Optional<Oddity> odd, boolean end) {}
