package org.guixue.instrument.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.office.Caller;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/** What a clerk has typed so far; saved as one types, seen by its owner alone, bound to its instrument once issued. */
@Entity
@Table(name = "draft")
public class Draft {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
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

    @ManyToOne
    @JoinColumn(name = "instrument_id")
    private @Nullable Instrument instrument;

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

    void fill(byte[] newValuesJson, Instant now) {
        valuesJson = newValuesJson.clone();
        changedAt = now;
    }

    void issuedAs(Instrument issued) {
        instrument = issued;
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
