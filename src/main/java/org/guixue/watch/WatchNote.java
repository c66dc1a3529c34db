package org.guixue.watch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** One talk, visit or check: day, who, what. Never changed once written. */
@Entity
@Table(name = "watch_note")
public class WatchNote {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "watch_id")
    private Watch watch;

    @Enumerated(EnumType.STRING)
    private NoteKind kind;

    @Column(name = "on_day")
    private LocalDate onDay;

    @Column(name = "made_by")
    private String madeBy;

    private String words;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected WatchNote() {}

    WatchNote(Watch watch, NoteKind kind, LocalDate on, String by, String words, long recordedBy, Instant now) {
        this.watch = watch;
        this.kind = kind;
        this.onDay = on;
        this.madeBy = by;
        this.words = words;
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    public Watch watch() {
        return watch;
    }

    public NoteKind kind() {
        return kind;
    }

    public LocalDate on() {
        return onDay;
    }

    public String by() {
        return madeBy;
    }

    public String words() {
        return words;
    }
}
