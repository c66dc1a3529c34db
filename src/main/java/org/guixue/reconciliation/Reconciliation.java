package org.guixue.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.CallerThen;
import org.guixue.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One list of another register against our roll: READING its rows, MATCHING them with the children whom its office could see,
 * OPEN while its differences are settled, ISSUED once the table of them is. It belongs to the office that brought it.
 */
@Entity
@Table(name = "reconciliation")
public class Reconciliation {
    private static final int LONGEST_LIST = 4000;
    private static final int LONGEST_NAME = 200;

    @Id
    private Long id;

    @Enumerated(EnumType.STRING)
    private RegisterKind register;

    @Column(name = "register_name")
    private String registerName;

    @Column(name = "file_name")
    private String fileName;

    private String sha256;

    @Embedded
    private CallerThen bringer;

    @Enumerated(EnumType.STRING)
    private ReconciliationState state = ReconciliationState.READING;

    private String note = "";
    private String titles = "{}";

    @Column(name = "not_compared")
    private String notCompared = "";

    @Column(name = "not_granted")
    private String notGranted = "";

    @Column(name = "passed_over")
    private String passedOver = "";

    @Column(name = "rows_all")
    private int rowsAll;

    @Column(name = "rows_read")
    private int rowsRead;

    @Column(name = "read_to")
    private int readTo;

    @Column(name = "matched_to")
    private int matchedTo;

    @Column(name = "ours_to")
    private long oursTo;

    @Column(name = "ours_numbered")
    private int oursNumbered;

    @Column(name = "same_count")
    private int same;

    @Column(name = "instrument_id")
    private @Nullable Long instrument;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "compared_at")
    private @Nullable Instant comparedAt;

    @Column(name = "draft_id")
    private @Nullable Long draft;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    @Version
    private int version;

    protected Reconciliation() {}

    Reconciliation(
            long id,
            Caller caller,
            RegisterKind register,
            String registerName,
            String fileName,
            Sha256 sha256,
            Instant now) {
        this.id = id;
        this.register = register;
        this.registerName = registerName;
        this.fileName = KeptLines.within(fileName, LONGEST_NAME);
        this.sha256 = sha256.hex();
        this.bringer = new CallerThen(caller);
        this.createdAt = now;
    }

    /** Who brought it, as that person was then: in whose scope it is compared. */
    Caller caller() {
        return bringer.caller();
    }

    /** Offices above may read it; one that tells of disability is for holders of the grant. */
    boolean visibleTo(Caller reader) {
        return reader.scope().includes(scope().path()) && (!register.sensitive() || reader.mayReadSensitive());
    }

    void opened(int rowsAtMost, String headings, List<String> unknown, List<String> ungranted) {
        rowsAll = rowsAtMost;
        titles = headings;
        notCompared = KeptLines.joined(unknown, LONGEST_LIST);
        notGranted = KeptLines.joined(ungranted, 1000);
    }

    void readTo(int row, int more) {
        readTo = row;
        rowsRead += more;
    }

    /** All its rows lie beside it. */
    void read(List<String> rowsPassedOver) {
        passedOver = KeptLines.joined(rowsPassedOver, LONGEST_LIST);
        rowsAll = rowsRead;
        oursNumbered = readTo;
        state = ReconciliationState.MATCHING;
    }

    void matchedTo(int row, int moreSame) {
        matchedTo = row;
        same += moreSame;
    }

    /** Children of ours up to that id were looked at; those whom only our roll has were numbered up to there. */
    void oursTo(long student, int numbered) {
        oursTo = student;
        oursNumbered = numbered;
    }

    void compared(Instant now) {
        state = ReconciliationState.OPEN;
        comparedAt = now;
    }

    void broken(String why) {
        state = ReconciliationState.UNREADABLE;
        note = KeptLines.within(why, 1000);
    }

    void oneMoreSame() {
        same++;
    }

    void handedIn(long waiting) {
        draft = waiting;
    }

    void issued(long paper, Instant now) {
        instrument = paper;
        draft = null;
        issuedAt = now;
        state = ReconciliationState.ISSUED;
    }

    /** What was left open is gone on with. */
    void reopen() {
        state = ReconciliationState.OPEN;
        draft = null;
    }

    public long id() {
        return id;
    }

    public RegisterKind register() {
        return register;
    }

    /** As its bringer calls it. */
    public String registerName() {
        return registerName;
    }

    public String fileName() {
        return fileName;
    }

    public String sha256() {
        return sha256;
    }

    Scope scope() {
        return bringer.scope();
    }

    public String broughtBy() {
        return bringer.name();
    }

    public ReconciliationState state() {
        return state;
    }

    /** Why it cannot be gone on with; empty where it can. */
    public String note() {
        return note;
    }

    String titles() {
        return titles;
    }

    /** Headings that nobody knows; their columns were not compared. */
    public List<String> notCompared() {
        return KeptLines.of(notCompared);
    }

    /** Headings of health and disability, left out for want of the grant. */
    public List<String> notGranted() {
        return KeptLines.of(notGranted);
    }

    /** Rows that were taken for no data, and why. */
    public List<String> passedOver() {
        return KeptLines.of(passedOver);
    }

    /** A bound, while it is read. */
    public int rowsAll() {
        return rowsAll;
    }

    public int rowsRead() {
        return rowsRead;
    }

    int readTo() {
        return readTo;
    }

    int matchedTo() {
        return matchedTo;
    }

    long oursTo() {
        return oursTo;
    }

    int oursNumbered() {
        return oursNumbered;
    }

    public int same() {
        return same;
    }

    /** Id of the draft under which its table waits for an approval. */
    Optional<Long> draft() {
        return Optional.ofNullable(draft);
    }

    /** Id of the table that was issued last. */
    public OptionalLong instrument() {
        return Optional.ofNullable(instrument).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> comparedAt() {
        return Optional.ofNullable(comparedAt);
    }

    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }
}
