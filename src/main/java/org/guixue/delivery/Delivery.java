package org.guixue.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.archive.Act;
import org.guixue.archive.Event;
import org.guixue.archive.RegisterLine;
import org.guixue.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** One delivery of one paper, or a try that failed. Only added, never changed; what became of its register line is noted. */
@Entity
@Table(name = "delivery")
public class Delivery {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "instrument_id")
    private Instrument instrument;

    @Column(name = "delivered_on")
    private LocalDate deliveredOn;

    @Enumerated(EnumType.STRING)
    private DeliveryOutcome outcome;

    private String receiver;
    private String relation;

    /** A name a line. */
    private String deliverers;

    private String witness;
    private String refusal;
    private String reason;

    /** Ids apart by spaces. */
    private String evidence;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "office_id")
    private long office;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "recorded_by_name")
    private String recordedByName;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private boolean registered;

    protected Delivery() {}

    Delivery(
            long id,
            Instrument instrument,
            DeliveryDetails details,
            Optional<LocalDate> startsOn,
            Caller caller,
            Instant now) {
        this.id = id;
        this.instrument = instrument;
        this.deliveredOn = details.deliveredOn().orElseThrow();
        this.outcome = details.outcome().orElseThrow();
        this.receiver = details.receiver();
        this.relation = details.relation();
        this.deliverers = String.join("\n", details.deliverers());
        this.witness = details.witness();
        this.refusal = details.refusal();
        this.reason = details.reason();
        this.evidence = details.evidence().stream().map(String::valueOf).collect(Collectors.joining(" "));
        this.startsOn = startsOn.orElse(null);
        this.office = caller.office();
        this.recordedBy = caller.account();
        this.recordedByName = caller.displayName();
        this.recordedAt = now;
    }

    /** As far as the register remembers it: no names and no words. */
    Delivery(long id, Instrument instrument, RegisterLine line) {
        Map<String, String> facts = line.event().facts();
        this.id = id;
        this.instrument = instrument;
        this.deliveredOn = LocalDate.parse(facts.get("on"));
        this.outcome = DeliveryOutcome.valueOf(facts.get("outcome"));
        this.receiver = "";
        this.relation = "";
        this.deliverers = "";
        this.witness = "";
        this.refusal = "";
        this.reason = "";
        this.evidence = "";
        this.startsOn = facts.containsKey("starts") ? LocalDate.parse(facts.get("starts")) : null;
        this.office = instrument.issuer().id();
        this.recordedBy = line.event().actor();
        this.recordedByName = "";
        this.recordedAt = line.at();
        this.registered = true;
    }

    /** What the register says of it: ids, days and codes. */
    Event event() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("delivery", Long.toString(id));
        facts.put("on", deliveredOn.toString());
        facts.put("outcome", outcome.name());
        startsOn().ifPresent(day -> facts.put("starts", day.toString()));
        return new Event(Act.DELIVERY, recordedBy, facts);
    }

    /** Whether that line is this one's. */
    boolean isIn(RegisterLine line) {
        return line.event().act() == Act.DELIVERY
                && Long.toString(id).equals(line.event().facts().get("delivery"));
    }

    void registered() {
        registered = true;
    }

    boolean isRegistered() {
        return registered;
    }

    public long id() {
        return id;
    }

    public Instrument instrument() {
        return instrument;
    }

    public LocalDate deliveredOn() {
        return deliveredOn;
    }

    public DeliveryOutcome outcome() {
        return outcome;
    }

    public String receiver() {
        return receiver;
    }

    public String relation() {
        return relation;
    }

    public List<String> deliverers() {
        return deliverers.isEmpty() ? List.of() : List.of(deliverers.split("\n"));
    }

    public String witness() {
        return witness;
    }

    public String refusal() {
        return refusal;
    }

    /** Why it was delivered once more. */
    public String reason() {
        return reason;
    }

    /** Ids of pictures and receipts. */
    public List<Long> evidence() {
        return evidence.isEmpty()
                ? List.of()
                : Arrays.stream(evidence.split(" ")).map(Long::valueOf).toList();
    }

    /** From when a period runs; empty where it starts nothing. */
    public Optional<LocalDate> startsOn() {
        return Optional.ofNullable(startsOn);
    }

    public long recordedBy() {
        return recordedBy;
    }

    /** Empty where the register alone remembers it. */
    public String recordedByName() {
        return recordedByName;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
