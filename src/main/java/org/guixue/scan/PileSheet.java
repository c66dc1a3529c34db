package org.guixue.scan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.rendering.SheetCode;
import org.jspecify.annotations.Nullable;

/** One sheet of a pile: what was read on it, and what became of it. */
@Entity
@Table(name = "scan_sheet")
public class PileSheet {
    private static final int MOST_CODES = 4000;

    @Id
    private Long id;

    @Column(name = "pile_id")
    private long pile;

    private int n;

    @Column(name = "file_no")
    private int file;

    @Enumerated(EnumType.STRING)
    private SheetState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Setback setback;

    /** Texts of codes of ours, a line each. */
    private String codes;

    private boolean blank;

    @Column(name = "instrument_id")
    private @Nullable Long instrument;

    /** The draft of the blank form that it is. */
    @Column(name = "draft_id")
    private @Nullable Long draft;

    private int page;

    /** The copies that lie on it (存根, 正联, 回执), as numbers apart by spaces. */
    private String parts = "";

    @Column(name = "copy_no")
    private int copy;

    private String note = "";

    @Column(name = "settled_by_name")
    private String settledByName = "";

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Version
    private int version;

    protected PileSheet() {}

    PileSheet(long pile, int n, int file, List<String> codes, boolean blank) {
        this.pile = pile;
        this.n = n;
        this.file = file;
        this.state = SheetState.READ;
        this.codes = codes.stream()
                .filter(text -> SheetCode.parse(text).isPresent())
                .distinct()
                .collect(Collectors.joining("\n"));
        this.codes = this.codes.substring(0, Math.min(this.codes.length(), MOST_CODES));
        this.blank = blank;
    }

    /** One that has no picture. */
    static PileSheet unreadable(long pile, int n, int file, String why) {
        PileSheet sheet = new PileSheet(pile, n, file, List.of(), false);
        sheet.setAside(Setback.UNREADABLE);
        sheet.note = why;
        return sheet;
    }

    void identify(long given) {
        id = given;
    }

    List<SheetCode> codes() {
        return codes.lines().flatMap(text -> SheetCode.parse(text).stream()).toList();
    }

    /** @param copies of the paper that lie on it; none where a code is missing */
    void match(long paper, int onPage, Set<Integer> copies) {
        state = SheetState.MATCHED;
        setback = null;
        instrument = paper;
        page = onPage;
        parts = copies.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** A blank form that was filled by hand lies at its draft. */
    void lieAt(long reserved, int onPage) {
        state = SheetState.AT_DRAFT;
        setback = null;
        draft = reserved;
        page = onPage;
    }

    /** It is the back of that one. */
    void goWith(PileSheet front) {
        if (front.state == SheetState.AT_DRAFT) {
            lieAt(front.draft().orElseThrow(), front.page);
        } else {
            match(front.instrument().orElseThrow(), front.page, Set.of());
            draft = front.draft;
        }
    }

    /** Whether it is known where it goes, and it was not set aside. */
    boolean hasPlace() {
        return state == SheetState.MATCHED || state == SheetState.AT_DRAFT;
    }

    /** Its draft was issued as that paper. The sealed paper's own sheets are others, so it bears none of its parts. */
    void follow(long issued) {
        match(issued, page, Set.of());
    }

    void setAside(Setback why) {
        state = SheetState.WAITING;
        setback = why;
    }

    /** Set aside, though it is known whose it is. */
    void setAside(Setback why, long paper, int onPage) {
        setAside(why);
        instrument = paper;
        page = onPage;
    }

    void file(long paper, int copyNumber, String by, Instant now) {
        state = SheetState.FILED;
        instrument = paper;
        copy = copyNumber;
        settle(by, now);
    }

    void discard(String why, String by, Instant now) {
        state = SheetState.DISCARDED;
        note = why;
        settle(by, now);
    }

    private void settle(String by, Instant now) {
        settledByName = by;
        settledAt = now;
    }

    long id() {
        return id;
    }

    public long pile() {
        return pile;
    }

    /** Counted from 1 through all files of the pile. */
    public int n() {
        return n;
    }

    int file() {
        return file;
    }

    public SheetState state() {
        return state;
    }

    public Optional<Setback> setback() {
        return Optional.ofNullable(setback);
    }

    public boolean blank() {
        return blank;
    }

    /** Whose it is, or whose it seems to be. */
    public Optional<Long> instrument() {
        return Optional.ofNullable(instrument);
    }

    /** The draft of the blank form that it is, if it is one. */
    public Optional<Long> draft() {
        return Optional.ofNullable(draft);
    }

    /** Whether a hand may settle it. */
    boolean inHand() {
        return state == SheetState.WAITING || state == SheetState.AT_DRAFT;
    }

    /** Which page of the paper; 0 where that is not known. */
    public int page() {
        return page;
    }

    Set<Integer> parts() {
        return Arrays.stream(parts.split(" "))
                .filter(part -> !part.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The number of the returned copy that it is in; 0 until it is filed. */
    public int copy() {
        return copy;
    }

    /** Why it cannot be read, or why it was discarded. */
    public String note() {
        return note;
    }

    public String settledByName() {
        return settledByName;
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    /** For somebody who wants to settle what another has settled. */
    Conflict settledMeanwhile() {
        return new Conflict("这一页已由%s办理，不用再办".formatted(settledByName));
    }

    boolean open() {
        return state != SheetState.FILED && state != SheetState.DISCARDED;
    }
}
