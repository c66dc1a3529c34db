package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
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
 * A paper as it was frozen when both its numbers were allotted: what will be printed, for whom and by whom, and what was
 * known then. Nothing of it ever changes; what becomes of it is the {@link Instrument}'s.
 */
@MappedSuperclass
public abstract class NumberedPaper {
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

    @Column(name = "replaces_number")
    private String replacesNumber = "";

    @Column(name = "replaces_serial")
    private String replacesSerial = "";

    protected NumberedPaper() {}

    NumberedPaper(FrozenPaper paper) {
        RecordFacts facts = paper.facts();
        this.form = facts.form().id().toString();
        this.formVersion = facts.form().version();
        this.templateDigest = facts.form().templateSha256().hex();
        this.title = facts.title();
        this.kind = facts.kind();
        this.student = paper.subject().student().orElse(null);
        this.caseFile = paper.subject().caseFile().orElse(null);
        this.office = paper.subject().office().orElse(null);
        this.term = paper.subject().term().orElse(null);
        this.issuer = paper.issuer();
        this.issuerPath = paper.issuer().path();
        this.serial = facts.serial().text();
        this.serialYear = facts.serial().year();
        this.serialNo = facts.serial().number();
        this.seriesKey = facts.serial().seriesKey();
        this.archivalNumber = facts.archivalNumber().toString();
        this.issuedOn = facts.issuedOn();
        this.reservedAt = facts.reservedAt();
        this.issuedBy = facts.issuedBy().account();
        this.issuedByName = facts.issuedBy().name();
        facts.approved().ifPresent(approval -> {
            this.approvedBy = approval.account();
            this.approvedByName = approval.name();
            this.approvedAt = approval.at();
            this.submittedAt = approval.submittedAt();
        });
        this.token = facts.token();
        this.valuesJson = paper.valuesJson().clone();
        this.recordJson = paper.recordJson().clone();
        this.sensitive = facts.sensitive();
        facts.replaces().ifPresent(old -> {
            this.replacesNumber = old.number().toString();
            this.replacesSerial = old.serial();
        });
    }

    /** The void paper whose place it takes. */
    public Optional<RecordFacts.Predecessor> replaces() {
        return replacesNumber.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordFacts.Predecessor(ArchivalNumber.parse(replacesNumber), replacesSerial));
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

    /** The office that it is about. */
    public Optional<Office> office() {
        return Optional.ofNullable(office);
    }

    public Office issuer() {
        return issuer;
    }

    /** What is counted by itself: office, series and year. */
    public String seriesKey() {
        return seriesKey;
    }

    /** The number within its series. */
    public long serialNo() {
        return serialNo;
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

    /** What was known when the number was allotted. */
    public RecordFacts facts() {
        return RecordJson.read(recordJson);
    }

    /** Whether a field of health or disability is filled: then only holders of the grant see values and pages. */
    public boolean sensitive() {
        return sensitive;
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
