package org.guixue.scan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One file of a pile, in the order in which they came. */
@Entity
@Table(name = "scan_file")
public class PileFile {
    @Id
    private Long id;

    @Column(name = "pile_id")
    private long pile;

    private int n;
    private String name;
    private boolean signed;
    private int pages;

    protected PileFile() {}

    PileFile(long id, long pile, int n, Staged staged) {
        this.id = id;
        this.pile = pile;
        this.n = n;
        this.name = staged.fileName();
        this.signed = staged.signed();
        this.pages = staged.pages();
    }

    /** Counted from 1. */
    int n() {
        return n;
    }

    String name() {
        return name;
    }

    /** Whether it bears signatures and is kept whole, byte for byte. */
    boolean signed() {
        return signed;
    }

    int pages() {
        return pages;
    }
}
