package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.form.FormId;
import org.guixue.instrument.Instruments;

/**
 * That nothing is made twice: a paper that waits or holds claims what it is for, until it fails, is cancelled or void. Joins
 * the transaction.
 */
@ApplicationScoped
public class Claims {
    private static final String TAKEN = "今天已经在另一批里签发或正在签发同一种文书；确实还要一份的，请单独填写";

    private final Batches batches;
    private final Instruments instruments;
    private final Clock clock;

    @Inject
    public Claims(Batches batches, Instruments instruments, Clock clock) {
        this.batches = batches;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** Who claims what is wanted; claims of papers that are void by now are let go. */
    Map<String, BatchItem> on(Collection<String> wanted) {
        List<BatchItem> claiming = batches.claiming(wanted);
        Set<Long> voided = instruments.voidAmong(
                claiming.stream().flatMap(item -> item.instrument().stream()).toList());
        Map<String, BatchItem> claimed = new HashMap<>();
        for (BatchItem item : claiming) {
            if (item.instrument().filter(voided::contains).isPresent()) {
                item.letGo();
            } else if (item.claims()) {
                claimed.put(item.about(), item);
            }
        }
        batches.settle();
        return claimed;
    }

    /** One paper of a form for each child on one day; those that come too late fail. */
    void lay(List<BatchItem> items, FormId form) {
        LocalDate today = LocalDate.now(clock);
        Map<String, BatchItem> wanted = new LinkedHashMap<>();
        items.forEach(item -> wanted.put(claim(item.student().orElseThrow(), form, today), item));
        Map<String, BatchItem> claimed = on(wanted.keySet());
        wanted.forEach((claim, item) -> {
            if (claimed.containsKey(claim)) {
                item.fail(TAKEN, clock.instant());
            } else {
                item.lay(claim);
            }
        });
        batches.settle();
    }

    private static String claim(long child, FormId form, LocalDate day) {
        return "child-%d-%s-%s".formatted(child, form, day);
    }
}
