package org.guixue.audit;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.guixue.Sha256;

/** One link of the chain: an event under a number of its own, tied to the link before it. */
@Entity
@Cacheable(false)
@Table(name = "audit_link")
class AuditLink {
    @Id
    private long number;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "event_hash")
    private String eventHash = "";

    @Column(name = "previous_hash")
    private String previousHash = "";

    @Column(name = "link_hash")
    private String linkHash = "";

    protected AuditLink() {}

    AuditLink(AuditHead previous, AuditEvent event) {
        this.number = previous.length() + 1;
        this.eventId = event.id();
        this.eventHash = event.digest().hex();
        this.previousHash = previous.head().hex();
        this.linkHash = expectedHash().hex();
    }

    /** A link as it lies in the database, read without the container. */
    AuditLink(long number, long eventId, String eventHash, String previousHash, String linkHash) {
        this.number = number;
        this.eventId = eventId;
        this.eventHash = eventHash;
        this.previousHash = previousHash;
        this.linkHash = linkHash;
    }

    /** Whether this link follows that head and its own hash is right. */
    boolean follows(AuditHead previous) {
        return number == previous.length() + 1
                && previousHash.equals(previous.head().hex())
                && linkHash.equals(expectedHash().hex());
    }

    boolean fits(AuditEvent event) {
        return eventHash.equals(event.digest().hex());
    }

    private Sha256 expectedHash() {
        return Sha256.of(number + " " + eventId + " " + eventHash + " " + previousHash);
    }

    AuditHead head() {
        return new AuditHead(number, expectedHash());
    }

    /** The head as it is written, whatever it should be. */
    AuditHead written() {
        return new AuditHead(
                number,
                new Sha256(
                        linkHash.matches("[0-9a-f]{64}")
                                ? linkHash
                                : expectedHash().hex()));
    }

    long number() {
        return number;
    }

    long eventId() {
        return eventId;
    }
}
