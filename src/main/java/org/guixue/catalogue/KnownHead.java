package org.guixue.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.guixue.Sha256;
import org.guixue.archive.RegisterHead;

/** How far the database knows a register to have come; a register that is shorter was tampered with or lost. */
@Entity
@Table(name = "register_head")
public class KnownHead {
    @Id
    private String bag;

    @Column(name = "line_count")
    private long lineCount;

    private String head;

    protected KnownHead() {}

    KnownHead(RegisterHead seen) {
        bag = seen.register();
        lineCount = seen.length();
        head = seen.head().hex();
    }

    void advance(RegisterHead seen) {
        if (seen.length() > lineCount) {
            lineCount = seen.length();
            head = seen.head().hex();
        }
    }

    RegisterHead asRegisterHead() {
        return new RegisterHead(bag, lineCount, new Sha256(head));
    }
}
