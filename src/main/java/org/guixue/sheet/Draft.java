package org.guixue.sheet;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.Presented;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk has typed so far; saved as one types, seen by its owner alone, bound to its instrument once issued. Where its
 * form asks for approval it is handed in first: then it stands still, and those who may approve in its owner's office see it.
 */
@Entity
@Table(name = "draft")
public class Draft {
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    @Id
    private Long id;

    private String form;

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

    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "owner_path")
    private String ownerPath;

    @Lob
    @Column(name = "values_json")
    private byte[] valuesJson;

    @Enumerated(EnumType.STRING)
    private DraftState state = DraftState.DRAFT;

    @Embedded
    private @Nullable Submission submission;

    @Column(name = "request_key")
    private @Nullable String requestKey;

    @Column(name = "request_digest")
    private @Nullable String requestDigest;

    @ManyToOne
    @JoinColumn(name = "instrument_id")
    private @Nullable Instrument instrument;

    /** The void paper whose place it is to take. */
    @Column(name = "replaces_id")
    private @Nullable Long replaces;

    /** Whether its owner has looked at what was approved. */
    @Column(name = "approval_seen")
    private boolean approvalSeen = true;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected Draft() {}

    Draft(FormId form, Subject subject, Caller owner, byte[] valuesJson, Instant now) {
        this.form = form.toString();
        this.student = subject.student().orElse(null);
        this.caseFile = subject.caseFile().orElse(null);
        this.office = subject.office().orElse(null);
        this.term = subject.term().orElse(null);
        this.ownerId = owner.account();
        this.ownerPath = owner.scope().path();
        this.valuesJson = valuesJson.clone();
        this.createdAt = now;
        this.changedAt = now;
    }

    /** It is to take the place of a void paper, with what stood on that. */
    void replace(long voided, byte[] values, Instant now) {
        replaces = voided;
        fill(values, now);
    }

    Optional<Long> replaces() {
        return Optional.ofNullable(replaces);
    }

    /** Whether something was filled in; opening a sheet fills in nothing. */
    boolean begun() {
        return state != DraftState.DRAFT || valuesJson.length > NOTHING.length;
    }

    void fill(byte[] newValuesJson, Instant now) {
        valuesJson = newValuesJson.clone();
        changedAt = now;
    }

    void issuedAs(Instrument issued) {
        state = DraftState.ISSUED;
        instrument = issued;
    }

    /** It stands still from now on. */
    void handIn(Caller owner, Presented presented, Instant now) {
        if (!state.open()) {
            throw new Conflict(state == DraftState.SUBMITTED ? "该草稿已经提交，正在等待审批，不用再次提交" : "该草稿已经签发，不能再提交审批");
        }
        state = DraftState.SUBMITTED;
        submission = new Submission(owner, presented, now);
        changedAt = now;
    }

    /** The request that it came from, so that the same request again finds it. */
    void cameWith(String key, Sha256 digest) {
        requestKey = key;
        requestDigest = digest.hex();
    }

    void withdraw(Instant now) {
        handedIn();
        state = DraftState.DRAFT;
        changedAt = now;
    }

    void sendBack(String byName, String why, Instant now) {
        submission = handedIn().decided(byName, why, now);
        state = DraftState.RETURNED;
        changedAt = now;
    }

    /** The number was allotted in the same transaction. */
    void approve(String byName, Instrument issued, Instant now) {
        submission = handedIn().decided(byName, null, now);
        approvalSeen = false;
        issuedAs(issued);
    }

    void approvalSeen() {
        approvalSeen = true;
    }

    /** What waits for approval; refused where nothing does. */
    Submission handedIn() {
        if (state != DraftState.SUBMITTED || submission == null) {
            throw new Conflict(
                    switch (state) {
                        case RETURNED -> "这份文书已经退回，等经办人改正后重新提交";
                        case ISSUED -> "这份文书已经签发";
                        default -> "经办人已撤回这份文书，等重新提交后再审批";
                    });
        }
        return submission;
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

    public Subject subject() {
        return new Subject(
                Optional.ofNullable(student),
                Optional.ofNullable(caseFile),
                Optional.ofNullable(office),
                Optional.ofNullable(term));
    }

    public boolean ownedBy(Caller caller) {
        return ownerId == caller.account() && ownerPath.equals(caller.scope().path());
    }

    /**
     * Whether its owner may open it: a sheet is completed from the record as it is now, so one about a child that has moved
     * out of the owner's scope stays shut, unless it was issued.
     */
    public boolean openTo(Caller caller) {
        return ownedBy(caller)
                && (instrument != null || student == null || student.visibleIn(caller.scope()))
                && (instrument != null || office == null || caller.scope().includes(office.path()));
    }

    /** The id of the child that it is about, 0 for none. */
    public long childId() {
        return student == null ? 0 : student.id();
    }

    long ownerId() {
        return ownerId;
    }

    /** Whether the owner filled it for the very office of that scope. */
    boolean belongsTo(Scope office) {
        return ownerPath.equals(office.path());
    }

    public DraftState state() {
        return state;
    }

    /** What was handed in last; empty before the first time. */
    public Optional<Submission> submission() {
        return Optional.ofNullable(submission);
    }

    /** Whoever handed it in, as at that time: the one in whose name it is issued. */
    public Caller submitter() {
        Submission handed = submission().orElseThrow();
        String[] path = ownerPath.split("/");
        return new Caller(
                ownerId,
                "",
                handed.submitterName(),
                handed.submitterRole(),
                new Scope(Long.parseLong(path[path.length - 1]), ownerPath),
                handed.submitterReadsSensitive(),
                false,
                "");
    }

    boolean isFor(Sha256 order) {
        return order.hex().equals(requestDigest);
    }

    public byte[] valuesJson() {
        return valuesJson.clone();
    }

    public Optional<Instrument> instrument() {
        return Optional.ofNullable(instrument);
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Counts the savings; the entity tag of {@code If-Match}. */
    public int version() {
        return version;
    }
}
