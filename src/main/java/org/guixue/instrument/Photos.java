package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.PaperTrail;
import org.guixue.instrument.photo.UprightPicture;
import org.guixue.store.Transactions;

/** The pictures that were uploaded for papers. They lie in the database until, and after, they stand on a sealed paper. */
@ApplicationScoped
public class Photos {
    private final EntityManager database;
    private final Transactions transactions;
    private final PaperTrail trail;
    private final Clock clock;

    @Inject
    public Photos(EntityManager database, Transactions transactions, PaperTrail trail, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes a JPEG or PNG of at most 20 MB; what is no such picture is refused by its name. */
    public Photo take(Caller caller, byte[] file, String fileName) {
        UprightPicture upright = UprightPicture.of(file, fileName);
        return transactions.run(() -> takeOnce(caller, upright));
    }

    private Photo takeOnce(Caller caller, UprightPicture upright) {
        Photo photo = new Photo(upright, caller, clock.instant());
        database.persist(photo);
        database.flush();
        trail.tookPhoto(caller, photo.id());
        return photo;
    }

    /** The picture, to be looked at: that is on record before it leaves. */
    @Transactional
    public Photo open(String id, Caller caller) {
        Photo photo = find(id, caller).orElseThrow(() -> new NotFound("照片"));
        trail.openedPhoto(caller, id);
        return photo;
    }

    @Transactional
    public Optional<Photo> find(String id, Caller caller) {
        return find(id).filter(photo -> photo.ownedBy(caller));
    }

    /** For the house itself: sealing what was frozen. */
    @Transactional
    public Optional<Photo> find(String id) {
        return Optional.ofNullable(database.find(Photo.class, id));
    }
}
