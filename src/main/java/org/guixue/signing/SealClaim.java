package org.guixue.signing;

import java.time.Instant;

/** What the seal says of itself: why, where, and when by the sealer's own clock (to the second). */
public record SealClaim(String reason, String location, Instant claimedAt) {}
