package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A paper that has its number. RESERVED when both numbers are allotted and all that will be printed is frozen; ISSUED when
 * the sealed file lies in the archive; VOID when it was taken back: its number is never used again. Nothing that was frozen
 * ever changes.
 */
@Entity
@Table(name = "instrument")
public class Instrument extends NumberedPaper {
    /** The request that reserved it tries first; the worker comes in only after this. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(30);

    @Id
    private Long id;

    @Enumerated(EnumType.STRING)
    private InstrumentState state;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    private @Nullable String sha256;
    private int pages;

    @Column(name = "lease_owner")
    private @Nullable String leaseOwner;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    private int attempts;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    @Column(name = "last_fault")
    private @Nullable String lastFault;

    @Column(name = "void_reason")
    private @Nullable String voidReason;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    @Column(name = "voided_by_name")
    private @Nullable String voidedByName;

    @Version
    private int version;

    protected Instrument() {}

    public Instrument(FrozenPaper paper) {
        super(paper);
        this.state = InstrumentState.RESERVED;
        this.nextTryAt = paper.facts().reservedAt().plus(FIRST_TRY);
    }

    /** The sealed file lies in the archive under its register line. */
    public void confirm(Sha256 digest, int pageCount, Instant at) {
        if (state != InstrumentState.RESERVED) {
            throw new IllegalStateException(serial() + " is " + state + ", not RESERVED");
        }
        state = InstrumentState.ISSUED;
        sha256 = digest.hex();
        pages = pageCount;
        issuedAt = at;
        lastFault = null;
        release();
    }

    /** A try to seal failed; the next one comes after {@code nextTry}. */
    public void postpone(String fault, Instant nextTry) {
        attempts++;
        lastFault = fault.length() > 2000 ? fault.substring(0, 2000) : fault;
        nextTryAt = nextTry;
        release();
    }

    /** It is where it was to go; once it has come back, that says more. */
    public void deliver() {
        if (state == InstrumentState.ISSUED) {
            state = InstrumentState.DELIVERED;
        }
    }

    /** What was signed on paper lies beside it; a void paper stays void. */
    public void comeBack() {
        if (sealed() && state != InstrumentState.VOID) {
            state = InstrumentState.RETURNED;
        }
    }

    /** What had come back was another's, and nothing else has. */
    public void isStillOut(boolean delivered) {
        if (state == InstrumentState.RETURNED) {
            state = delivered ? InstrumentState.DELIVERED : InstrumentState.ISSUED;
        }
    }

    public void voidWith(String reason, String byName, Instant at) {
        if (state == InstrumentState.VOID) {
            throw new Conflict("该文书已经作废，无需再次作废");
        }
        state = InstrumentState.VOID;
        voidReason = reason;
        voidedByName = byName;
        voidedAt = at;
        release();
    }

    private void release() {
        leaseOwner = null;
        leaseUntil = null;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    /** Under which its file is saved: who it is about, what it is, its serial number. */
    public String fileName() {
        String child = student().map(found -> found.name() + "-").orElse("");
        return child + title() + "-" + serial() + ".pdf";
    }

    public InstrumentState state() {
        return state;
    }

    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    public Optional<Sha256> sha256() {
        return Optional.ofNullable(sha256).map(Sha256::new);
    }

    public int pages() {
        return pages;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<String> lastFault() {
        return Optional.ofNullable(lastFault);
    }

    public Optional<String> voidReason() {
        return Optional.ofNullable(voidReason);
    }

    public Optional<Instant> voidedAt() {
        return Optional.ofNullable(voidedAt);
    }

    public Optional<String> voidedByName() {
        return Optional.ofNullable(voidedByName);
    }

    /** Whether a sealed file exists that may be shown. */
    public boolean sealed() {
        return sha256 != null;
    }
}
