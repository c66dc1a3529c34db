package org.guixue.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.ValuesJson;
import org.jspecify.annotations.Nullable;

/** One paper of a batch. Its key is the same at every try, so that a try after a break finds what the one before has issued. */
@Entity
@Table(name = "batch_item")
public class BatchItem {
    static final int LONGEST_VALUES = 30_000;
    static final int LONGEST_MESSAGE = 500;

    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "batch_id")
    private Batch batch;

    @Column(name = "position_no")
    private int position;

    @Column(name = "student_id")
    private @Nullable Long student;

    @Column(name = "case_id")
    private @Nullable Long caseFile;

    @Column(name = "office_id")
    private @Nullable Long office;

    private String term;
    private String label;
    private String about;

    /** {@code about}, while this paper waits or holds: one at a time. */
    private @Nullable String claim;

    @Column(name = "values_json")
    private String valuesJson;

    @Enumerated(EnumType.STRING)
    private ItemState state;

    private int attempts;

    /** Digest of what was put before the approver; empty where nothing was. */
    private String presented = "";

    @Column(name = "instrument_id")
    private @Nullable Long instrument;

    private String message = "";

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected BatchItem() {}

    BatchItem(Batch batch, int position, BatchOrder.Line line, Instant now) {
        this.batch = batch;
        this.position = position;
        this.student = line.subject().student();
        this.caseFile = line.subject().caseId();
        this.office = line.subject().office();
        this.term = Optional.ofNullable(line.subject().term()).orElse("");
        this.label = line.label();
        this.about = line.about();
        this.claim = about.isEmpty() ? null : about;
        this.valuesJson = new String(ValuesJson.write(line.values()), StandardCharsets.UTF_8);
        this.state = ItemState.WAITING;
        this.changedAt = now;
    }

    /** One that is still worked at: it claims nothing yet. */
    static BatchItem prepared(Batch batch, int position, BatchOrder.Line line, String fault, Instant now) {
        BatchItem item = new BatchItem(batch, position, line, now);
        item.claim = null;
        item.judged(fault, "", now);
        return item;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    /** Under which it is issued, however often that is tried. */
    String key() {
        return "batch-" + batch.id() + "-" + id;
    }

    void issued(long paper, Instant now) {
        state = ItemState.DONE;
        instrument = paper;
        message = "";
        changedAt = now;
    }

    /**
     * What stands in its way as far as it was looked at.
     *
     * @param digest of what would stand on the paper; empty where nothing can be said
     */
    void judged(String fault, String digest, Instant now) {
        message = bounded(fault);
        presented = digest;
        changedAt = now;
    }

    /** Other words; what it was judged by no longer counts. */
    void reword(Map<String, Object> values, Instant now) {
        valuesJson = new String(ValuesJson.write(values), StandardCharsets.UTF_8);
        presented = "";
        changedAt = now;
    }

    /** Whom it is for, where that was not to be told before; its own words stay. */
    void means(BatchOrder.Line line, String fault, Instant now) {
        student = line.subject().student();
        caseFile = line.subject().caseId();
        label = line.label();
        judged(fault, "", now);
    }

    /** As somebody wrote it again, and why it still is for nobody. */
    void isNobody(String written, String why, Instant now) {
        label = written;
        judged(why, "", now);
    }

    /** From now on no other is made for the same. */
    void lay(String claimed) {
        about = claimed;
        claim = claimed;
    }

    /** Back to those that are prepared, with what stands in its way; it claims nothing. */
    void reopen(Instant now) {
        state = ItemState.WAITING;
        attempts = 0;
        claim = null;
        changedAt = now;
    }

    void tried() {
        attempts++;
    }

    void fail(String why, Instant now) {
        state = ItemState.FAILED;
        message = bounded(why);
        claim = null;
        changedAt = now;
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
    }

    void cancel(Instant now) {
        state = ItemState.CANCELLED;
        claim = null;
        changedAt = now;
    }

    void tryAgain(Instant now) {
        state = ItemState.WAITING;
        attempts = 0;
        message = "";
        claim = about.isEmpty() ? null : about;
        changedAt = now;
    }

    /** Whether no other may be made for the same. */
    boolean claims() {
        return claim != null;
    }

    /** Its paper is void: another may be made. */
    void letGo() {
        claim = null;
    }

    public long id() {
        return id;
    }

    public Batch batch() {
        return batch;
    }

    Subjects.Named subject() {
        return new Subjects.Named(student, caseFile, office, term.isEmpty() ? null : term);
    }

    public Optional<Long> student() {
        return Optional.ofNullable(student);
    }

    public String label() {
        return label;
    }

    String about() {
        return about;
    }

    /** What stands on this one alone. */
    Map<String, Object> own() {
        return ValuesJson.read(valuesJson.getBytes(StandardCharsets.UTF_8));
    }

    /** What was given for its paper: what is the same on all, and what stands on this one instead. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(batch.same());
        values.putAll(own());
        return values;
    }

    String presented() {
        return presented;
    }

    public ItemState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    public Optional<Long> instrument() {
        return Optional.ofNullable(instrument);
    }

    /** Why it failed, or while it is prepared what stands in its way; else empty. */
    public String message() {
        return message;
    }
}
