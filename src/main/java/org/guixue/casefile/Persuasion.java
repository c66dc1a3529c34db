package org.guixue.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 劝返: when, who, where, how and with what result (赣县教基字〔2021〕10号 附件5, 劝返过程详细记录). Never changed once written; a correction takes it back. */
@Entity
@Table(name = "persuasion")
public class Persuasion {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "case_id")
    private Case caseFile;

    @Column(name = "made_on")
    private LocalDate madeOn;

    @Column(name = "made_by")
    private String madeBy;

    private String place;
    private String how;
    private String outcome;

    @Column(name = "person_lines")
    private String personLines;

    private String met;

    @Column(name = "child_said")
    private String childSaid;

    @Column(name = "child_refuses")
    private String childRefuses;

    @Column(name = "guardian_said")
    private String guardianSaid;

    @Column(name = "promised_on")
    private @Nullable LocalDate promisedOn;

    @Column(name = "not_returned")
    private String notReturned;

    private String photos;
    private boolean withdrawn;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Persuasion() {}

    Persuasion(Case caseFile, PersuasionDetails details, long recordedBy, Instant now) {
        this.caseFile = caseFile;
        this.madeOn = details.on();
        this.madeBy = String.join("、", details.by());
        this.place = details.place();
        this.how = details.how();
        this.outcome = details.result();
        this.personLines = String.join("、", details.lines());
        this.met = details.met().map(Enum::name).orElse("");
        this.childSaid = details.childSaid();
        this.childRefuses = details.refuses().map(String::valueOf).orElse("");
        this.guardianSaid = details.guardianSaid();
        this.promisedOn = details.promisedOn().orElse(null);
        this.notReturned = details.notReturned();
        this.photos = details.photos().stream().map(String::valueOf).collect(Collectors.joining(" "));
        this.recordedBy = recordedBy;
        this.createdAt = now;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    public Case caseFile() {
        return caseFile;
    }

    public LocalDate on() {
        return madeOn;
    }

    public List<String> by() {
        return List.of(madeBy.split("、"));
    }

    public String place() {
        return place;
    }

    public String how() {
        return how;
    }

    public String result() {
        return outcome;
    }

    /** For each of {@link #by} its line; empty where none was said of anybody. */
    public List<String> lines() {
        return personLines.isEmpty() ? List.of() : List.of(personLines.split("、", -1));
    }

    /** Everything that was said of it. */
    public PersuasionDetails details() {
        return new PersuasionDetails(
                madeOn,
                by(),
                lines(),
                place,
                how,
                outcome,
                met.isEmpty() ? Optional.empty() : Optional.of(PersuasionDetails.Met.valueOf(met)),
                childSaid,
                guardianSaid,
                Optional.ofNullable(promisedOn),
                notReturned,
                photos.isEmpty()
                        ? List.of()
                        : Arrays.stream(photos.split(" ")).map(Long::valueOf).toList(),
                childRefuses.isEmpty() ? Optional.empty() : Optional.of(Boolean.valueOf(childRefuses)));
    }

    /** Notes whether the case's event of it was corrected. */
    void withdraw(boolean now) {
        withdrawn = now;
    }

    /** Whether a correction took it back; it stays to be read. */
    public boolean withdrawn() {
        return withdrawn;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
