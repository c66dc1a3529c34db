package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.PaperTrail;
import org.guixue.form.FormCatalog;
import org.guixue.store.Transactions;

/**
 * What was issued in somebody's name (签发人) by another of the office without their approval: they see it from the same day on
 * and may object, which the clerk and the bureau are told. An objection takes nothing back: voiding stays an act of its own.
 */
@ApplicationScoped
public class Objections {
    private static final String SIGNATORY = "issuer.signatory";
    private static final Period SHOWN = Period.ofDays(7);
    private static final Period TOLD = Period.ofDays(30);
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 500;

    private final EntityManager database;
    private final Transactions transactions;
    private final Instruments instruments;
    private final FormCatalog forms;
    private final PaperTrail trail;
    private final Clock clock;

    @Inject
    public Objections(
            EntityManager database,
            Transactions transactions,
            Instruments instruments,
            FormCatalog forms,
            PaperTrail trail,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.instruments = instruments;
        this.forms = forms;
        this.trail = trail;
        this.clock = clock;
    }

    /** What names the caller and was issued by another of their office today or in the week before, the newest first. */
    @Transactional
    public List<Instrument> inNameOf(Caller caller) {
        return database.createQuery(
                        "select i from Instrument i where i.issuerPath = :office and i.issuedBy <> :self"
                                + " and i.approvedBy is null and i.issuedOn > :from order by i.reservedAt desc, i.id desc",
                        Instrument.class)
                .setParameter("office", caller.scope().path())
                .setParameter("self", caller.account())
                .setParameter("from", LocalDate.now(clock).minus(SHOWN))
                .setMaxResults(MOST)
                .getResultStream()
                .filter(paper -> names(paper, caller))
                .toList();
    }

    private boolean names(Instrument paper, Caller caller) {
        Map<String, Object> values = ValuesJson.read(paper.valuesJson());
        return forms.form(paper.form()).stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.from().filter(SIGNATORY::equals).isPresent())
                .anyMatch(field -> caller.displayName().equals(values.get(field.name())));
    }

    @Transactional
    public Optional<Objection> of(long instrument) {
        return Optional.ofNullable(database.find(Objection.class, instrument));
    }

    /** Whether the caller may object to it and has not yet. */
    public boolean mayObject(Caller caller, Instrument paper) {
        return isNamed(caller, paper)
                && paper.state() != InstrumentState.VOID
                && of(paper.id()).isEmpty();
    }

    private boolean isNamed(Caller caller, Instrument paper) {
        return paper.issuer().path().equals(caller.scope().path())
                && paper.issuedBy() != caller.account()
                && paper.approved().isEmpty()
                && names(paper, caller);
    }

    public void object(Caller caller, long id, String reason) {
        transactions.perform(() -> objectOnce(caller, id, reason));
    }

    private void objectOnce(Caller caller, long id, String reason) {
        Instrument paper = instruments.find(id, caller.scope()).orElseThrow(() -> new NotFound("文书"));
        if (!isNamed(caller, paper)) {
            throw new Forbidden("只有未经审批而被列为签发人的本人可以提出异议");
        }
        if (paper.state() == InstrumentState.VOID) {
            throw new Conflict("这份文书已经作废，不用再提异议");
        }
        if (of(id).isPresent()) {
            throw new Conflict("您已经对这份文书提出过异议，经办人和教育局已收到");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明异议的理由，最多%d个字".formatted(LONGEST_REASON));
        }
        Instant now = clock.instant();
        database.persist(new Objection(paper, caller, reason.strip(), now));
        database.flush();
        trail.objected(caller, id, paper.childId(), reason.strip());
    }

    /** Objections that the caller is told: the clerk to those against what they issued, the bureau to all of its county. */
    @Transactional
    public List<Objection> toldTo(Caller caller) {
        boolean bureau = caller.role() == Role.BUREAU;
        return database.createQuery(
                        "select o from Objection o where o.objectedAt > :since and o.instrument.state <> :gone"
                                + " and o.instrument.issuerPath like :below order by o.objectedAt desc, o.id desc",
                        Objection.class)
                .setParameter(
                        "since",
                        LocalDate.now(clock)
                                .minus(TOLD)
                                .atStartOfDay(clock.getZone())
                                .toInstant())
                .setParameter("gone", InstrumentState.VOID)
                .setParameter("below", caller.scope().path() + "%")
                .setMaxResults(MOST)
                .getResultStream()
                .filter(each -> bureau || each.instrument().issuedBy() == caller.account())
                .toList();
    }
}
