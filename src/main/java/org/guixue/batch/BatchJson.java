package org.guixue.batch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a batch stands, as the API shows it.
 *
 * @param secondsLeft at the rate up to now; null where nothing waits or none is done yet
 */
record BatchJson(
        long id,
        String title,
        String form,
        BatchState state,
        int total,
        long done,
        List<ShownFailure> failed,
        double perSecond,
        @Nullable Long secondsLeft,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /** @param student the child, where it was for one */
    record ShownFailure(@Nullable Long student, String name, String message) {}

    static BatchJson of(Batching.Standing standing) {
        Batch batch = standing.batch();
        return new BatchJson(
                batch.id(),
                batch.title(),
                batch.form().toString(),
                batch.state(),
                batch.total(),
                standing.done(),
                standing.failed().stream()
                        .map(item -> new ShownFailure(item.student().orElse(null), item.label(), item.message()))
                        .toList(),
                standing.perSecond(),
                standing.secondsLeft().orElse(null),
                batch.createdAt(),
                batch.finishedAt().orElse(null));
    }
}
