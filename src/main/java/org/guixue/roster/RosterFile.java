package org.guixue.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The workbook itself, kept while its import lasts. */
@Entity
@Table(name = "roster_import_file")
public class RosterFile {
    @Id
    @Column(name = "import_id")
    private long importId;

    @Lob
    @Column(name = "file_bytes")
    private byte[] bytes;

    protected RosterFile() {}

    RosterFile(long importId, byte[] bytes) {
        this.importId = importId;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
