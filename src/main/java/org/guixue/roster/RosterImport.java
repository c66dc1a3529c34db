package org.guixue.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.CallerThen;
import org.jspecify.annotations.Nullable;

/**
 * One workbook that somebody brought, and how far it is. The file and the staged rows lie beside it and go when it ends;
 * what it counted stays.
 */
@Entity
@Table(name = "roster_import")
public class RosterImport {
    private static final int LONGEST_LIST = 8000;
    private static final int LONGEST_NAME = 200;

    @Id
    private Long id;

    @Embedded
    private CallerThen by;

    @Column(name = "file_name")
    private String fileName;

    private String sha256;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.WAITING;

    private String note = "";

    @Column(name = "not_imported")
    private String notImported = "";

    @Column(name = "not_granted")
    private String notGranted = "";

    @Column(name = "skipped_rows")
    private String skippedRows = "";

    @Column(name = "partial_only")
    private boolean partial;

    @Column(name = "rows_all")
    private int rowsAll;

    @Column(name = "school_id")
    private @Nullable Long school;

    @Column(name = "rows_done")
    private int rowsDone;

    private int entered;
    private int changed;
    private int unchanged;
    private int refused;
    private int undecided;

    @Column(name = "passed_over")
    private int passedOver;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "began_at")
    private @Nullable Instant beganAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected RosterImport() {}

    RosterImport(Caller caller, String fileName, Sha256 sha256, Instant now) {
        by = new CallerThen(caller);
        this.fileName = within(fileName, LONGEST_NAME);
        this.sha256 = sha256.hex();
        this.createdAt = now;
    }

    /** Whose children those are whose rows name no school. */
    RosterImport ofSchool(OptionalLong meant) {
        school = meant.isPresent() ? meant.getAsLong() : null;
        return this;
    }

    OptionalLong school() {
        return school == null ? OptionalLong.empty() : OptionalLong.of(school);
    }

    /** Who brought or confirmed it, as they were then. */
    Caller caller() {
        return by.caller();
    }

    void move(ImportState to, String why, Instant now) {
        state = to;
        note = why;
        beganAt = to == ImportState.READING || to == ImportState.APPLYING ? now : beganAt;
        endedAt = to.ended() ? now : null;
    }

    void begin(int rowsAtMost, List<String> unknownHeadings, List<String> refusedHeadings) {
        rowsAll = rowsAtMost;
        rowsDone = 0;
        notImported = joined(unknownHeadings);
        notGranted = within(String.join("\n", refusedHeadings), 1000);
    }

    void skipped(List<String> rows) {
        skippedRows = joined(rows);
    }

    private static String joined(List<String> lines) {
        return within(String.join("\n", lines), LONGEST_LIST);
    }

    private static String within(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    void progress(int done) {
        rowsDone = done;
    }

    void count(Map<RowVerdict, Integer> counts) {
        entered = counts.getOrDefault(RowVerdict.NEW, 0);
        changed = counts.getOrDefault(RowVerdict.CHANGED, 0);
        unchanged = counts.getOrDefault(RowVerdict.SAME, 0);
        refused = counts.getOrDefault(RowVerdict.REFUSED, 0);
        undecided = counts.getOrDefault(RowVerdict.UNDECIDED, 0);
        passedOver = counts.getOrDefault(RowVerdict.PASSED_OVER, 0);
    }

    void confirm(Caller caller, boolean withoutErrors) {
        by = new CallerThen(caller);
        partial = withoutErrors;
        state = ImportState.CONFIRMED;
        note = "";
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    public long account() {
        return by.account();
    }

    public String fileName() {
        return fileName;
    }

    public String sha256() {
        return sha256;
    }

    public ImportState state() {
        return state;
    }

    /** What else to say of the state, in Chinese; empty for nothing. */
    public String note() {
        return note;
    }

    /** Whether rows that are refused or undecided are left out rather than stopping all. */
    public boolean partial() {
        return partial;
    }

    /** Headings that nobody knows. */
    public List<String> notImported() {
        return lines(notImported);
    }

    /** Headings of health and disability, left out for want of the grant. */
    public List<String> notGranted() {
        return lines(notGranted);
    }

    /** Rows that were taken for no data, and why. */
    public List<String> skippedRows() {
        return lines(skippedRows);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n"));
    }

    /** A bound, while it is read. */
    public int rowsAll() {
        return rowsAll;
    }

    public int rowsDone() {
        return rowsDone;
    }

    public int count(RowVerdict verdict) {
        return switch (verdict) {
            case NEW -> entered;
            case CHANGED -> changed;
            case SAME -> unchanged;
            case REFUSED -> refused;
            case UNDECIDED -> undecided;
            case PASSED_OVER -> passedOver;
        };
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When reading or writing began. */
    public Optional<Instant> beganAt() {
        return Optional.ofNullable(beganAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
