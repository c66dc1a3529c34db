package org.guixue.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.FileType;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * A proof: a file as it was handed in, about a child or about an office's own work. Reserved when its 档号 is allotted, kept
 * when it lies in the archive; only then does anyone see it. It is never changed and never deleted.
 */
@Entity
@Table(name = "evidence")
public class Evidence {
    @Id
    private Long id;

    @Column(name = "archival_number")
    private String archivalNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "file_type")
    private FileType type;

    @Column(name = "byte_count")
    private long byteCount;

    private String sha256;

    @Column(name = "file_name")
    private String fileName;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    /** The child's id, 0 for none: an office keeps a file once for each child. */
    @Column(name = "child_key")
    private long childKey;

    @ManyToOne
    @JoinColumn(name = "office_id")
    private Office office;

    @Column(name = "office_path")
    private String officePath;

    @Column(name = "handed_in_by")
    private long handedInBy;

    @Column(name = "handed_in_by_name")
    private String handedInByName;

    private boolean sensitive;

    @Lob
    @Column(name = "record_json")
    private byte[] recordJson;

    @Column(name = "reserved_at")
    private Instant reservedAt;

    @Column(name = "kept_at")
    private @Nullable Instant keptAt;

    protected Evidence() {}

    Evidence(ProofRecord facts, Office office, @Nullable Student student, byte[] recordJson) {
        this.id = facts.id();
        this.archivalNumber = facts.archivalNumber().toString();
        this.type = facts.type();
        this.byteCount = facts.bytes();
        this.sha256 = facts.sha256().hex();
        this.fileName = facts.archivalNumber() + "." + facts.type().suffix();
        this.student = student;
        this.childKey = student == null ? 0 : student.id();
        this.office = office;
        this.officePath = office.path();
        this.handedInBy = facts.handedInBy();
        this.handedInByName = "";
        this.sensitive = facts.sensitive();
        this.recordJson = recordJson.clone();
        this.reservedAt = facts.handedInAt();
    }

    /** What the archive does not hold: names. */
    Evidence named(String file, String person) {
        fileName = file;
        handedInByName = person;
        return this;
    }

    /** Its own, where the file is known as another already. */
    void setApart(long newId, long key) {
        id = newId;
        childKey = key;
    }

    void kept(Instant at) {
        if (keptAt == null) {
            keptAt = at;
        }
    }

    /** Somebody says now that it tells of health or disability. */
    void guard() {
        sensitive = true;
    }

    public long id() {
        return id;
    }

    public ArchivalNumber archivalNumber() {
        return ArchivalNumber.parse(archivalNumber);
    }

    public FileType type() {
        return type;
    }

    public long byteCount() {
        return byteCount;
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    /** As whoever handed it in called it; the 档号 where the archive alone remembers it. */
    public String fileName() {
        return fileName;
    }

    public Optional<Student> student() {
        return Optional.ofNullable(student);
    }

    /** 0 for none. */
    public long childId() {
        return student == null ? 0 : student.id();
    }

    long childKey() {
        return childKey;
    }

    /** Whose it is: that of who handed it in. */
    public Office office() {
        return office;
    }

    public long handedInBy() {
        return handedInBy;
    }

    public String handedInByName() {
        return handedInByName;
    }

    /** Whether it tells of health or disability. */
    public boolean sensitive() {
        return sensitive;
    }

    byte[] recordJson() {
        return recordJson.clone();
    }

    public Instant reservedAt() {
        return reservedAt;
    }

    /** Since when it lies in the archive; empty before. */
    public Optional<Instant> keptAt() {
        return Optional.ofNullable(keptAt);
    }

    public boolean visibleIn(Scope scope) {
        return scope.includes(officePath) || (student != null && student.visibleIn(scope));
    }

    /** Whether it may prove something about that child: it is about that one, or about nobody by name. */
    public boolean mayConcern(long child) {
        return student == null || student.id() == child;
    }

    /** Whether the file may be seen as it is, with what the camera wrote: place, time, device. */
    public boolean openTo(Caller caller) {
        return caller.mayReadSensitive() || caller.account() == handedInBy;
    }
}
