package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guixue.instrument.UnissuedPapers;
import org.guixue.store.Transactions;

/** Tells strangers of a blank form its title and office, and nothing of whoever it is about. */
@ApplicationScoped
public class PublicBlanks implements UnissuedPapers {
    private final Transactions transactions;
    private final BlankPapers blanks;

    @Inject
    public PublicBlanks(Transactions transactions, BlankPapers blanks) {
        this.transactions = transactions;
        this.blanks = blanks;
    }

    @Override
    public Optional<Unissued> withToken(String token) {
        return transactions.run(() -> blanks.withToken(token)
                .map(blank -> new Unissued(blank.formTitle(), blank.office().name())));
    }
}
