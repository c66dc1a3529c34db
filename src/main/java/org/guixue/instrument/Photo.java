package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.instrument.photo.UprightPicture;

/** A picture for a paper: upright, without metadata, re-encoded by us. */
@Entity
@Table(name = "photo")
public class Photo {
    @Id
    private String id;

    private String sha256;

    @Column(name = "media_type")
    private String mediaType;

    private int width;
    private int height;

    @Lob
    private byte[] picture;

    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "owner_path")
    private String ownerPath;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Photo() {}

    Photo(UprightPicture upright, Caller owner, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.picture = upright.bytes().clone();
        this.sha256 = Sha256.of(picture).hex();
        this.mediaType = upright.mediaType();
        this.width = upright.width();
        this.height = upright.height();
        this.ownerId = owner.account();
        this.ownerPath = owner.scope().path();
        this.createdAt = now;
    }

    public String id() {
        return id;
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] picture() {
        return picture.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** A picture is its uploader's office's until it stands on an issued paper. */
    public boolean ownedBy(Caller caller) {
        return ownerPath.equals(caller.scope().path());
    }
}
