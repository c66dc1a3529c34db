package org.guixue.admin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.guixue.audit.AuditEvent;

/** A place in the trail, which is read by time and, within a time, by id. */
record TrailMark(Instant at, long id) {
    static final TrailMark NEWEST = new TrailMark(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
    static final TrailMark OLDEST = new TrailMark(Instant.parse("0001-01-01T00:00:00Z"), 0);

    static TrailMark of(AuditEvent event) {
        return new TrailMark(event.at(), event.id());
    }

    static TrailMark justAfter(AuditEvent event) {
        return new TrailMark(event.at(), event.id() + 1);
    }

    LocalDateTime utc() {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
