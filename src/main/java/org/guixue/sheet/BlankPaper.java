package org.guixue.sheet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.office.Office;

/**
 * 待填的空白表: a form that went out to be filled by hand, with the code of the draft that is reserved for it. Printed again it
 * keeps its code. It outlives its draft, so that a sheet of a draft that was thrown away is known for what it is.
 */
@Entity
@Table(name = "blank_paper")
public class BlankPaper {
    @Id
    private Long id;

    private String token;

    @Column(name = "draft_id")
    private long draft;

    @Column(name = "form_title")
    private String formTitle;

    @ManyToOne
    @JoinColumn(name = "office_id")
    private Office office;

    @Column(name = "owner_path")
    private String ownerPath;

    @Column(name = "printed_at")
    private Instant printedAt;

    @Column(name = "printed_by_name")
    private String printedByName;

    private int times;

    @Version
    private int version;

    protected BlankPaper() {}

    BlankPaper(long id, String token, Draft draft, String formTitle, Office office, Caller owner) {
        this.id = id;
        this.token = token;
        this.draft = draft.id();
        this.formTitle = formTitle;
        this.office = office;
        this.ownerPath = owner.scope().path();
    }

    void printed(String by, Instant now) {
        printedByName = by;
        printedAt = now;
        times++;
    }

    /** 32 lower-case hexadecimal digits, as an instrument's; never one of those. */
    public String token() {
        return token;
    }

    public long draft() {
        return draft;
    }

    public String formTitle() {
        return formTitle;
    }

    public Office office() {
        return office;
    }

    /** When it left for the printer last. */
    public Instant printedAt() {
        return printedAt;
    }

    public String printedByName() {
        return printedByName;
    }

    /** How often it left for the printer. */
    public int times() {
        return times;
    }

    /** Whether it was printed in that part of the office tree. */
    public boolean within(Scope scope) {
        return scope.includes(ownerPath);
    }
}
