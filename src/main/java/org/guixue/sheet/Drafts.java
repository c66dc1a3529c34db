package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;

/** The drafts; each is its owner's alone. */
@ApplicationScoped
public class Drafts {
    private static final int MAX_BYTES = 1_000_000;

    private static final Duration UNTOUCHED = Duration.ofDays(2);

    private final EntityManager database;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final Clock clock;

    @Inject
    public Drafts(EntityManager database, Transactions transactions, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public Draft begin(Caller caller, FormId form, Subject subject, Map<String, Object> values) {
        return transactions.run(() -> beginOnce(caller, form, subject, values));
    }

    private Draft beginOnce(Caller caller, FormId form, Subject subject, Map<String, Object> values) {
        sweep(caller);
        return add(new Draft(form, subject, caller, bounded(values), clock.instant()));
    }

    /** The caller's unfinished draft in place of that void paper, or a new one with those values. */
    Draft reissue(Caller caller, Instrument old, Map<String, Object> values) {
        return transactions.run(() -> {
            Optional<Draft> begun = database.createQuery(
                            "select d from Draft d where d.ownerId = :owner and d.replaces = :old and d.instrument is null",
                            Draft.class)
                    .setParameter("owner", caller.account())
                    .setParameter("old", old.id())
                    .getResultStream()
                    .filter(draft -> draft.openTo(caller))
                    .findFirst();
            if (begun.isPresent()) {
                return begun.get();
            }
            Draft draft = beginOnce(caller, old.form(), old.subject(), Map.of());
            draft.replace(old.id(), bounded(values), clock.instant());
            return draft;
        });
    }

    /** What was opened days ago and never filled in goes. */
    private void sweep(Caller caller) {
        database.createQuery(
                        "select d from Draft d where d.ownerId = :owner and d.instrument is null and d.changedAt < :before"
                                + " and not exists (select b from BlankPaper b where b.draft = d.id)",
                        Draft.class)
                .setParameter("owner", caller.account())
                .setParameter("before", clock.instant().minus(UNTOUCHED))
                .getResultStream()
                .filter(draft -> !draft.begun())
                .toList()
                .forEach(database::remove);
    }

    /** Stores a new one. */
    @Transactional
    Draft add(Draft draft) {
        draft.identify(identifiers.next("draft"));
        database.persist(draft);
        database.flush();
        return draft;
    }

    @Transactional
    public Draft find(Caller caller, long id) {
        return own(caller, id).orElseThrow(() -> new NotFound("草稿"));
    }

    @Transactional
    public Optional<Draft> own(Caller caller, long id) {
        return Optional.ofNullable(database.find(Draft.class, id)).filter(draft -> draft.openTo(caller));
    }

    /**
     * Replaces the values. The same values again change nothing and are never stale.
     *
     * @param expectedVersion the version that the caller has seen; another one throws {@link org.guixue.Stale}
     */
    public Draft save(Caller caller, long id, Map<String, Object> values, OptionalInt expectedVersion) {
        return transactions.run(() -> saveOnce(caller, id, values, expectedVersion));
    }

    private Draft saveOnce(Caller caller, long id, Map<String, Object> values, OptionalInt expectedVersion) {
        Draft draft = find(caller, id);
        LedgerDraft.refuse(draft);
        draft.instrument().ifPresent(paper -> {
            throw new Conflict("这份草稿已经签发（%s），没有保存，也不会改变已签发的文书；如有错误请作废后重新填写".formatted(paper.serial()));
        });
        if (draft.state() == DraftState.SUBMITTED) {
            throw new Conflict("该草稿已提交审批，不能再改；要改请先撤回");
        }
        byte[] json = bounded(values);
        if (Arrays.equals(json, draft.valuesJson())) {
            return draft;
        }
        if (expectedVersion.isPresent() && expectedVersion.getAsInt() != draft.version()) {
            throw new org.guixue.Stale("该草稿已在别处保存过，这次的内容没有保存；请先取回最新的一版，再决定以哪一份为准");
        }
        draft.fill(json, clock.instant());
        database.flush();
        return draft;
    }

    /** The newest draft of that form about that subject that was not issued. */
    @Transactional
    public Optional<Draft> unfinished(Caller caller, FormId form, Subject subject) {
        return database.createQuery(
                        "select d from Draft d where d.ownerId = :owner and d.ownerPath = :path and d.form = :form"
                                + " and d.instrument is null order by d.changedAt desc, d.id desc",
                        Draft.class)
                .setParameter("owner", caller.account())
                .setParameter("path", caller.scope().path())
                .setParameter("form", form.toString())
                .getResultStream()
                .filter(draft -> draft.openTo(caller) && draft.subject().isSameAs(subject))
                .findFirst();
    }

    /** Throws a draft away. One that was issued stays: it says which instrument came of it. */
    public Draft discard(Caller caller, long id) {
        return transactions.run(() -> discardOnce(caller, id));
    }

    private Draft discardOnce(Caller caller, long id) {
        Draft draft = find(caller, id);
        if (draft.instrument().isPresent()) {
            throw new Conflict("该草稿已经签发，不能删除");
        }
        if (draft.state() == DraftState.SUBMITTED) {
            throw new Conflict("该草稿已提交审批，不能删除；要删除请先撤回");
        }
        database.remove(draft);
        return draft;
    }

    public void bind(Caller caller, long id, Instrument instrument) {
        transactions.perform(() -> bindOnce(caller, id, instrument));
    }

    private void bindOnce(Caller caller, long id, Instrument instrument) {
        find(caller, id).issuedAs(database.merge(instrument));
    }

    /** The caller's drafts that were not issued, the newest first; a sheet that was only looked at is none. */
    @Transactional
    public List<Draft> pending(Caller caller, int most) {
        Set<Long> handedOut = Set.copyOf(database.createQuery(
                        "select b.draft from BlankPaper b where b.ownerPath = :path"
                                + " and exists (select d from Draft d where d.id = b.draft and d.instrument is null)",
                        Long.class)
                .setParameter("path", caller.scope().path())
                .getResultList());
        return database.createQuery(
                        "select d from Draft d where d.ownerId = :owner and d.ownerPath = :path and d.instrument is null"
                                + " order by d.changedAt desc, d.id desc",
                        Draft.class)
                .setParameter("owner", caller.account())
                .setParameter("path", caller.scope().path())
                .getResultStream()
                .filter(draft -> draft.openTo(caller) && (draft.begun() || handedOut.contains(draft.id())))
                .limit(most)
                .toList();
    }

    /** What was computed for that office's period and did not become a paper, whoever's, the newest first. */
    @Transactional
    public List<Draft> computed(FormId ledger, Office office, String period) {
        return database.createQuery(
                        "select d from Draft d where d.form = :form and d.office = :office and d.term = :period"
                                + " and d.instrument is null order by d.changedAt desc, d.id desc",
                        Draft.class)
                .setParameter("form", ledger.toString())
                .setParameter("office", office)
                .setParameter("period", period)
                .getResultList();
    }

    /** What was taken back or sent back gives way to what is handed in anew. */
    @Transactional
    public void giveWay(FormId ledger, Office office, String period) {
        computed(ledger, office, period).stream()
                .filter(draft -> draft.state().open())
                .forEach(database::remove);
        database.flush();
    }

    static byte[] bounded(Map<String, Object> values) {
        byte[] json = ValuesJson.write(values);
        if (json.length > MAX_BYTES) {
            throw new org.guixue.TooLarge("所填内容超过1MB，请删减或改用附件");
        }
        return json;
    }
}
