package org.guixue.audit;

import org.guixue.Sha256;

/** How far the trail's chain has come: number of links and the hash of the last, 64 zeros when there is none. */
public record AuditHead(long length, Sha256 head) {
    public static final AuditHead NONE = new AuditHead(0, new Sha256("0".repeat(64)));
}
