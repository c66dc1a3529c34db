package org.guixue.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;

/**
 * Workbooks between their preview and their confirmation. One waits for the account that sent it, whatever becomes of its
 * session, until it is taken in, the account sends another to the same place, a day has gone by or the server ends; of more
 * than {@value #MOST} the longest waiting goes. Safe for use by many threads.
 */
@ApplicationScoped
public class WaitingFiles {
    /** Two thousand offices take a twentieth of it. */
    public static final int MOST_BYTES = 4 << 20;

    private static final int MOST = 16;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Map<Place, Waiting> files = new LinkedHashMap<>();
    private final Clock clock;

    @Inject
    public WaitingFiles(Clock clock) {
        this.clock = clock;
    }

    private record Place(long account, String purpose) {}

    /** @param note what was chosen beside the file */
    public record Waiting(String name, byte[] bytes, String note, Instant since) {}

    /** @param purpose which import it is for: each has a place of its own */
    synchronized void keep(Caller caller, String purpose, Waiting file) {
        Place place = new Place(caller.account(), purpose);
        files.remove(place);
        files.put(place, file);
        if (files.size() > MOST) {
            files.remove(files.keySet().iterator().next());
        }
    }

    synchronized Optional<Waiting> find(Caller caller, String purpose) {
        Instant oldest = clock.instant().minus(LONGEST);
        files.values().removeIf(file -> file.since().isBefore(oldest));
        return Optional.ofNullable(files.get(new Place(caller.account(), purpose)));
    }

    synchronized void forget(Caller caller, String purpose) {
        files.remove(new Place(caller.account(), purpose));
    }

    Waiting of(Upload upload, String note) {
        return new Waiting(upload.fileName(), upload.bytes(), note, clock.instant());
    }
}
