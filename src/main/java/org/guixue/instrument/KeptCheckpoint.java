package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import org.guixue.archive.Checkpoint;

/** How far a bag was found whole, when its records were all in the catalogue. */
@Entity
@Table(name = "archive_checkpoint")
public class KeptCheckpoint {
    @Id
    private String bag;

    @Lob
    @Column(name = "found_whole")
    private byte[] foundWhole;

    protected KeptCheckpoint() {}

    KeptCheckpoint(Checkpoint found) {
        bag = found.register();
        foundWhole = found.json().getBytes(StandardCharsets.UTF_8);
    }

    void advance(Checkpoint found) {
        foundWhole = found.json().getBytes(StandardCharsets.UTF_8);
    }

    Checkpoint asCheckpoint() {
        return Checkpoint.parse(new String(foundWhole, StandardCharsets.UTF_8));
    }
}
