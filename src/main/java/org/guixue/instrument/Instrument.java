package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.access.Scope;
import org.guixue.archive.ArchivalNumber;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * A paper that has its number. RESERVED when both numbers are allotted and all that will be printed is frozen; ISSUED when
 * the sealed file lies in the archive; VOID when it was taken back: its number is never used again. Nothing that was frozen
 * ever changes.
 */
@Entity
@Table(name = "instrument")
public class Instrument {
    /** The request that reserved it tries first; the worker comes in only after this. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(30);

    @Id
    private Long id;

    private String form;

    @Column(name = "form_version")
    private int formVersion;

    @Column(name = "template_digest")
    private String templateDigest;

    private String title;
    private String kind;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    @ManyToOne
    @JoinColumn(name = "case_id")
    private @Nullable Case caseFile;

    @ManyToOne
    @JoinColumn(name = "office_id")
    private @Nullable Office office;

    private @Nullable String term;

    @ManyToOne
    @JoinColumn(name = "issuer_id")
    private Office issuer;

    @Column(name = "issuer_path")
    private String issuerPath;

    @Enumerated(EnumType.STRING)
    private InstrumentState state;

    private String serial;

    @Column(name = "serial_year")
    private int serialYear;

    @Column(name = "serial_no")
    private long serialNo;

    @Column(name = "series_key")
    private String seriesKey;

    @Column(name = "archival_number")
    private String archivalNumber;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "reserved_at")
    private Instant reservedAt;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    @Column(name = "issued_by")
    private long issuedBy;

    @Column(name = "issued_by_name")
    private String issuedByName;

    @Column(name = "approved_by")
    private @Nullable Long approvedBy;

    @Column(name = "approved_by_name")
    private @Nullable String approvedByName;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    private String token;

    @Lob
    @Column(name = "values_json")
    private byte[] valuesJson;

    @Lob
    @Column(name = "record_json")
    private byte[] recordJson;

    private boolean sensitive;
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

    public Instrument(FrozenPaper paper, Instant reservedAt) {
        this.form = paper.form().toString();
        this.formVersion = paper.formVersion();
        this.templateDigest = paper.templateDigest().hex();
        this.title = paper.title();
        this.kind = paper.kind();
        this.student = paper.subject().student().orElse(null);
        this.caseFile = paper.subject().caseFile().orElse(null);
        this.office = paper.subject().office().orElse(null);
        this.term = paper.subject().term().orElse(null);
        this.issuer = paper.issuer();
        this.issuerPath = paper.issuer().path();
        this.state = InstrumentState.RESERVED;
        this.serial = paper.serial().text();
        this.serialYear = paper.serial().year();
        this.serialNo = paper.serial().number();
        this.seriesKey = paper.serial().seriesKey();
        this.archivalNumber = paper.archivalNumber().toString();
        this.issuedOn = paper.issuedOn();
        this.reservedAt = reservedAt;
        this.nextTryAt = reservedAt.plus(FIRST_TRY);
        this.issuedBy = paper.issuedBy();
        this.issuedByName = paper.issuedByName();
        paper.approved().ifPresent(approval -> {
            this.approvedBy = approval.account();
            this.approvedByName = approval.name();
            this.approvedAt = approval.at();
            this.submittedAt = approval.submittedAt();
        });
        this.token = paper.token();
        this.valuesJson = paper.valuesJson().clone();
        this.recordJson = paper.recordJson().clone();
        this.sensitive = paper.sensitive();
    }

    /** The sealed file lies in the archive under its register line. */
    public void confirm(Sha256 digest, int pageCount, Instant at) {
        if (state != InstrumentState.RESERVED) {
            throw new IllegalStateException(serial + " is " + state + ", not RESERVED");
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

    public FormId form() {
        return FormId.parse(form);
    }

    public int formVersion() {
        return formVersion;
    }

    public Sha256 templateDigest() {
        return new Sha256(templateDigest);
    }

    public String title() {
        return title;
    }

    public String kind() {
        return kind;
    }

    public Subject subject() {
        return new Subject(
                Optional.ofNullable(student),
                Optional.ofNullable(caseFile),
                Optional.ofNullable(office),
                Optional.ofNullable(term));
    }

    public Optional<Student> student() {
        return Optional.ofNullable(student);
    }

    /** The id of the child that it is about, 0 for none. */
    public long childId() {
        return student == null ? 0 : student.id();
    }

    public Office issuer() {
        return issuer;
    }

    public InstrumentState state() {
        return state;
    }

    public String serial() {
        return serial;
    }

    public int serialYear() {
        return serialYear;
    }

    public ArchivalNumber archivalNumber() {
        return ArchivalNumber.parse(archivalNumber);
    }

    /** The date printed on the paper, in Asia/Shanghai; it decides the years of both numbers. */
    public LocalDate issuedOn() {
        return issuedOn;
    }

    public Instant reservedAt() {
        return reservedAt;
    }

    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    public long issuedBy() {
        return issuedBy;
    }

    public String issuedByName() {
        return issuedByName;
    }

    /** Empty where its form asked for no approval. */
    public Optional<Approved> approved() {
        return approvedBy == null || approvedByName == null || approvedAt == null || submittedAt == null
                ? Optional.empty()
                : Optional.of(new Approved(approvedBy, approvedByName, approvedAt, submittedAt));
    }

    public String token() {
        return token;
    }

    public byte[] valuesJson() {
        return valuesJson.clone();
    }

    public byte[] recordJson() {
        return recordJson.clone();
    }

    /** Whether a field of health or disability is filled: then only holders of the grant see values and pages. */
    public boolean sensitive() {
        return sensitive;
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

    public boolean visibleIn(Scope scope) {
        return scope.includes(issuerPath)
                || (student != null && student.visibleIn(scope))
                || (office != null && scope.includes(office.path()));
    }

    /** Ids of all offices that see this instrument: those that see the child now, the subject office and the issuer. */
    public Set<Long> visibleTo() {
        Set<Long> offices = Offices.onPath(issuerPath);
        student().ifPresent(child -> offices.addAll(child.visibleTo()));
        Optional.ofNullable(office).ifPresent(subject -> offices.addAll(Offices.onPath(subject.path())));
        return offices;
    }
}
