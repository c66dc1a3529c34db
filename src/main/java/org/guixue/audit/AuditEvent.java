package org.guixue.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.Sha256;

/**
 * Who did what, on whom, when, from where and why. Inserted once, never changed, never deleted.
 *
 * <p>Times are kept to the millisecond, so that every database gives back what it was given.
 */
@Entity
@Cacheable(false)
@Table(name = AuditEvent.TABLE)
public class AuditEvent {
    static final String TABLE = "audit_event";

    static final String INSERT =
            "insert into audit_event (id, account, username, display_name, office, address, happened_at,"
                    + " actor_role, act, child, subject_kind, subject_id, why, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int MAX_DETAIL = 2000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Id
    private long id;

    private long account;
    private String username = "";

    @Column(name = "display_name")
    private String displayName = "";

    private long office;
    private String address = "";

    @Column(name = "happened_at")
    private LocalDateTime happenedAt = LocalDateTime.MIN;

    @Column(name = "actor_role")
    private String actorRole = "";

    private String act = "";
    private long child;

    @Column(name = "subject_kind")
    private String subjectKind = "";

    @Column(name = "subject_id")
    private String subjectId = "";

    private String why = "";
    private String detail = "{}";

    protected AuditEvent() {}

    /**
     * An event to be stored.
     *
     * @param child the id of the child that it is about, 0 for none, so that all that was done with a child is found by it
     * @param why the reason that was given, empty when none is asked for; kept to 500 characters
     * @param detail a few facts for the reader, at most 2000 characters as JSON; no names, no full IDs
     */
    public AuditEvent(
            Who who, Instant at, AuditAct act, AuditSubject subject, long child, String why, Map<String, ?> detail) {
        this.account = who.account();
        this.username = who.username();
        this.displayName = who.displayName();
        this.office = who.office();
        this.address = who.address();
        this.happenedAt = LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
        this.actorRole = who.role();
        this.act = act.name();
        this.child = child;
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.why = plain(why, 500);
        this.detail = json(detail);
    }

    /** An event as it lies in the database, read without the container; nothing in it is believed. */
    static AuditEvent stored(long id, List<String> texts, List<Long> numbers, LocalDateTime happenedAt) {
        AuditEvent event = new AuditEvent();
        event.id = id;
        event.happenedAt = happenedAt;
        event.account = numbers.get(0);
        event.office = numbers.get(1);
        event.child = numbers.get(2);
        event.username = texts.get(0);
        event.displayName = texts.get(1);
        event.actorRole = texts.get(2);
        event.address = texts.get(3);
        event.act = texts.get(4);
        event.subjectKind = texts.get(5);
        event.subjectId = texts.get(6);
        event.why = texts.get(7);
        event.detail = texts.get(8);
        return event;
    }

    /** Sets what {@link #INSERT} asks for. */
    void bind(PreparedStatement insert) throws SQLException {
        List<Object> values = List.of(
                id,
                account,
                username,
                displayName,
                office,
                address,
                Timestamp.valueOf(happenedAt),
                actorRole,
                act,
                child,
                subjectKind,
                subjectId,
                why,
                detail);
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
    }

    private static String json(Map<String, ?> detail) {
        try {
            String text = JSON.writeValueAsString(new TreeMap<>(detail));
            if (text.length() > MAX_DETAIL) {
                throw new IllegalArgumentException(
                        "expected a detail of at most " + MAX_DETAIL + " characters, found " + text.length());
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected a detail that JSON can say, found: " + detail.keySet(), e);
        }
    }

    /** At most so many characters, never half a pair, control characters as spaces. */
    static String plain(String text, int most) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        if (plain.length() <= most) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most);
    }

    /** The same event, not yet stored. */
    AuditEvent unstored() {
        AuditEvent copy = new AuditEvent(who(), at(), act(), subject(), child, why, Map.of());
        copy.detail = detail;
        return copy;
    }

    /**
     * Digest of all that the event says, its id included. Child and role stand at the end and only where one of them is
     * given: events from before these were kept have neither, and a list of twelve is never one of fourteen.
     */
    Sha256 digest() {
        List<Object> all = new ArrayList<>(List.of(
                id,
                account,
                username,
                displayName,
                office,
                address,
                at().toString(),
                act,
                subjectKind,
                subjectId,
                why,
                detail));
        if (child != 0 || !actorRole.isEmpty()) {
            all.add(child);
            all.add(actorRole);
        }
        try {
            return Sha256.of(JSON.writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and strings are JSON", e);
        }
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    /** 0 until it is stored. */
    public long id() {
        return id;
    }

    public Who who() {
        return new Who(account, username, displayName, office, address, actorRole);
    }

    public Instant at() {
        return happenedAt.toInstant(ZoneOffset.UTC);
    }

    /** What was done; {@link AuditAct#SYSTEM} where somebody wrote into the table what is no act. */
    public AuditAct act() {
        return Arrays.stream(AuditAct.values())
                .filter(known -> known.name().equals(act))
                .findFirst()
                .orElse(AuditAct.SYSTEM);
    }

    /** On what; none where somebody wrote into the table what is no subject. */
    public AuditSubject subject() {
        return AuditSubject.fits(subjectKind, subjectId) ? new AuditSubject(subjectKind, subjectId) : AuditSubject.NONE;
    }

    /** The id of the child that it is about, 0 for none. */
    public long child() {
        return child;
    }

    public String why() {
        return why;
    }

    /** A JSON object. */
    public String detail() {
        return detail;
    }
}
