package org.guixue.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The list itself, byte for byte as it was brought: the basis of what was settled by it. Never changed or deleted. */
@Entity
@Table(name = "reconciliation_file")
public class ReconciliationFile {
    @Id
    @Column(name = "reconciliation_id")
    private long reconciliation;

    @Lob
    @Column(name = "file_bytes")
    private byte[] bytes;

    protected ReconciliationFile() {}

    ReconciliationFile(long reconciliation, byte[] bytes) {
        this.reconciliation = reconciliation;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
