package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.audit.HouseTrail;
import org.guixue.store.Transactions;

/**
 * Keeps the tree of offices true, by the hand of a bureau and within its scope: founds, corrects, closes, reopens, and
 * takes away what was never used. Everything is written to the trail. It does not move an office below another one.
 */
@ApplicationScoped
public class Establishment {
    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;
    private final Offices offices;
    private final HouseTrail trail;
    private final Consumer<OfficeNamed> named;
    private final Iterable<ReasonsToKeep> rooms;
    private final Iterable<Succession> heirs;
    private final OfficeChecks checks;

    @Inject
    public Establishment(
            Transactions transactions,
            Offices offices,
            HouseTrail trail,
            Event<OfficeNamed> named,
            @Any Instance<ReasonsToKeep> rooms,
            @Any Instance<Succession> heirs,
            OfficeChecks checks) {
        this(transactions, offices, trail, named::fire, rooms, heirs, checks);
    }

    /** With the rooms that have something to say, without a container. */
    public Establishment(
            Transactions transactions,
            Offices offices,
            HouseTrail trail,
            Consumer<OfficeNamed> named,
            Iterable<ReasonsToKeep> rooms,
            Iterable<Succession> heirs,
            OfficeChecks checks) {
        this.transactions = transactions;
        this.offices = offices;
        this.trail = trail;
        this.named = named;
        this.rooms = rooms;
        this.heirs = heirs;
        this.checks = checks;
    }

    /** @throws ValuesRefused where a code, mark or fonds is taken, or the kind does not stand below that parent */
    public Office found(Caller caller, long parentId, OfficeDetails details) {
        return transactions.run(() -> foundOnce(caller, parentId, details));
    }

    private Office foundOnce(Caller caller, long parentId, OfficeDetails details) {
        Office parent = find(caller, parentId);
        if (parent.closed()) {
            throw new Conflict("“%s”已撤销，不能再设下级单位".formatted(parent.name()));
        }
        offices.hold(caller.office());
        refuse(checks.refusals(parent, details));
        Office office = write(caller, parent, details);
        named.accept(new OfficeNamed(office));
        return office;
    }

    /** Founds one against which nothing speaks; its seal is the caller's business. */
    @Transactional(Transactional.TxType.MANDATORY)
    Office write(Caller caller, Office parent, OfficeDetails details) {
        Office office = new Office(
                parent,
                details.kind(),
                details.name(),
                details.code(),
                details.mark(),
                details.jurisdiction(),
                details.region());
        office.correct(details);
        offices.add(office);
        Map<String, Object> written = facts(office);
        written.replaceAll(Establishment::withoutPeople);
        trail.administered(caller, "office", office.id(), "founded", "", Map.of(), written);
        return office;
    }

    /**
     * Corrects what is written of an office; code, mark and fonds only until something was issued under them.
     *
     * @param seen the version that the caller has seen; another one is refused
     */
    public Office correct(Caller caller, long id, OfficeDetails details, int seen) {
        return transactions.run(() -> correctOnce(caller, id, details, seen));
    }

    private Office correctOnce(Caller caller, long id, OfficeDetails details, int seen) {
        Office office = find(caller, id);
        offices.hold(caller.office());
        if (office.version() != seen) {
            throw new ValuesRefused("version", "您打开这一页以后别人改过这个单位，还没有保存您所填的；请核对后再保存一次");
        }
        refuse(checks.corrections(office, details));
        if (rewrite(caller, office, details)) {
            named.accept(new OfficeNamed(office));
        }
        return office;
    }

    /**
     * Corrects one against which nothing speaks.
     *
     * @return whether it needs a new seal
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean rewrite(Caller caller, Office office, OfficeDetails details) {
        Map<String, Object> before = facts(office);
        office.correct(details);
        Map<String, Object> now = facts(office);
        boolean renamed = !before.get("name").equals(now.get("name"))
                || !before.get("code").equals(now.get("code"));
        Map<String, Object> was = new LinkedHashMap<>(before);
        was.entrySet().removeIf(each -> each.getValue().equals(now.get(each.getKey())));
        now.keySet().retainAll(was.keySet());
        was.replaceAll(Establishment::withoutPeople);
        now.replaceAll(Establishment::withoutPeople);
        trail.administered(caller, "office", office.id(), "corrected", "", was, now);
        return renamed;
    }

    /** Closes it: it issues nothing more and takes no children; its papers, numbers and name stay. */
    public void close(Caller caller, long id, String reason) {
        close(caller, id, reason, OptionalLong.empty());
    }

    /**
     * Closes it, and another takes its place.
     *
     * @param into the school that takes over its children, open cases, responsibilities and watched children
     * @throws Conflict where something is left that nobody takes over
     */
    public void close(Caller caller, long id, String reason, OptionalLong into) {
        transactions.perform(() -> closeOnce(caller, id, reason, into));
    }

    private void closeOnce(Caller caller, long id, String reason, OptionalLong into) {
        Office office = find(caller, id);
        offices.hold(caller.office());
        if (office.closed()) {
            throw new Conflict("“%s”已经撤销".formatted(office.name()));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明撤销的依据或原因，最多500个字");
        }
        Optional<Office> successor =
                into.isPresent() ? Optional.of(successor(caller, office, into.getAsLong())) : Optional.empty();
        successor.ifPresent(next -> heirs.forEach(room -> room.passOn(caller, office, next, reason.strip())));
        List<String> objections = new ArrayList<>();
        long open =
                offices.below(office).stream().filter(below -> !below.closed()).count();
        if (open > 0) {
            objections.add("下面还有%d个单位没有撤销".formatted(open));
        }
        objections.addAll(objections(office, false));
        refuse(office, "撤销", objections);
        office.close(successor);
        trail.administered(
                caller,
                "office",
                id,
                "closed",
                reason.strip(),
                Map.of(),
                successor
                        .<Map<String, Object>>map(next -> Map.of("successor", next.id()))
                        .orElse(Map.of()));
    }

    private Office successor(Caller caller, Office closing, long id) {
        if (closing.kind() != OfficeKind.SCHOOL) {
            throw new ValuesRefused("successor", "只有学校可以指明承接的学校；乡镇和教育局的学生、个案请先转到别的单位");
        }
        Office next = offices.find(id, caller.scope())
                .filter(office -> office.kind() == OfficeKind.SCHOOL && !office.closed() && office.id() != closing.id())
                .orElseThrow(() -> new ValuesRefused("successor", "没有这所学校，或者它已撤销，请从列表中选择承接的学校"));
        offices.hold(next.id());
        return next;
    }

    public void reopen(Caller caller, long id) {
        transactions.perform(() -> reopenOnce(caller, id));
    }

    private void reopenOnce(Caller caller, long id) {
        Office office = find(caller, id);
        if (!office.closed()) {
            throw new Conflict("“%s”没有撤销".formatted(office.name()));
        }
        if (office.parent().filter(Office::closed).isPresent()) {
            throw new Conflict("上级单位已撤销，请先恢复上级单位");
        }
        office.reopen();
        named.accept(new OfficeNamed(office));
        trail.administered(caller, "office", id, "reopened", "", Map.of(), Map.of());
    }

    /** Takes away an office that was never used; one that issued something is closed instead. */
    public void delete(Caller caller, long id) {
        transactions.perform(() -> deleteOnce(caller, id));
    }

    private void deleteOnce(Caller caller, long id) {
        Office office = find(caller, id);
        offices.hold(caller.office());
        List<String> objections = new ArrayList<>();
        if (office.issued()) {
            objections.add("它签发过文书");
        }
        if (!offices.below(office).isEmpty()) {
            objections.add("它设过下级单位");
        }
        objections.addAll(objections(office, true));
        refuse(office, "删除", objections);
        Map<String, Object> gone = facts(office);
        gone.replaceAll(Establishment::withoutPeople);
        trail.administered(caller, "office", id, "deleted", "", gone, Map.of());
        offices.remove(office);
    }

    private Office find(Caller caller, long id) {
        caller.expectBureau("管理单位");
        return offices.find(id, caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }

    private List<String> objections(Office office, boolean forGood) {
        return StreamSupport.stream(rooms.spliterator(), false)
                .flatMap(room -> room.reasonToKeep(office.id(), forGood).stream())
                .sorted()
                .toList();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
    }

    private static void refuse(Office office, String act, List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Conflict("“%s”现在不能%s：%s。".formatted(office.name(), act, String.join("；", objections)));
        }
    }

    /** The trail says that the principal changed, and no names. */
    private static Object withoutPeople(String field, Object value) {
        return field.equals("principal") ? "…" : value;
    }

    private static Map<String, Object> facts(Office office) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", office.kind().name());
        facts.put("parent", office.parent().map(Office::id).orElse(0L));
        facts.put("name", office.name());
        facts.put("code", office.code());
        facts.put("mark", office.mark());
        facts.put("fonds", office.ownFonds().orElse(""));
        facts.put("jurisdiction", office.jurisdiction());
        facts.put("region", office.region());
        facts.put("address", office.address());
        facts.put("phone", office.phone());
        facts.put("principal", office.principal());
        facts.put("orderBasis", office.orderPower().basis());
        facts.put("orderPeriod", office.orderPower().period());
        facts.put("reportsTo", office.reportsTo().map(Office::id).orElse(0L));
        return facts;
    }
}
