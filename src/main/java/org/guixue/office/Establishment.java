package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.audit.HouseTrail;
import org.guixue.store.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tree of offices true, by the hand of a bureau and within its scope: founds, corrects, closes, reopens, and
 * takes away what was never used. Everything is written to the trail. It does not move an office below another one.
 */
@ApplicationScoped
public class Establishment {
    private static final int LONGEST_REASON = 500;

    @Inject
    private Transactions transactions;

    @Inject
    private Offices offices;

    @Inject
    private HouseTrail trail;

    @Inject
    private Event<OfficeNamed> named;

    @Inject
    private Event<OfficeLeaving> leaving;

    @Inject
    private Event<JurisdictionInQuestion> jurisdictions;

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
        refuse(refusals(parent, details));
        Office office = write(caller, parent, details);
        named.fire(new OfficeNamed(office));
        return office;
    }

    /** What speaks against founding it there. */
    List<Violation> refusals(Office parent, OfficeDetails details) {
        List<Violation> violations = new ArrayList<>(details.violations());
        if (!details.kind().mayStandBelow(parent.kind())) {
            violations.add(new Violation(
                    "kind",
                    "%s下面不能设%s".formatted(parent.kind().label(), details.kind().label())));
        }
        violations.addAll(against(details, parent, null));
        return violations;
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
            throw new ValuesRefused("name", "您打开这一页以后别人改过这个单位，还没有保存您所填的；请核对后再保存一次");
        }
        refuse(corrections(office, details));
        if (rewrite(caller, office, details)) {
            named.fire(new OfficeNamed(office));
        }
        return office;
    }

    /** What speaks against correcting it so. */
    List<Violation> corrections(Office office, OfficeDetails details) {
        List<Violation> violations = new ArrayList<>(details.violations());
        violations.addAll(fixed(office, details));
        violations.addAll(against(details, office.parent().orElse(null), office));
        return violations;
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
        transactions.perform(() -> closeOnce(caller, id, reason));
    }

    private void closeOnce(Caller caller, long id, String reason) {
        Office office = find(caller, id);
        offices.hold(caller.office());
        if (office.closed()) {
            throw new Conflict("“%s”已经撤销".formatted(office.name()));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ValuesRefused("reason", "请写明撤销的依据或原因，最多500个字");
        }
        List<String> objections = new ArrayList<>();
        long open =
                offices.below(office).stream().filter(below -> !below.closed()).count();
        if (open > 0) {
            objections.add("下面还有%d个单位没有撤销".formatted(open));
        }
        objections.addAll(objections(office, false));
        refuse(office, "撤销", objections);
        office.close();
        trail.administered(caller, "office", id, "closed", reason.strip(), Map.of(), Map.of());
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
        named.fire(new OfficeNamed(office));
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
        OfficeLeaving question = new OfficeLeaving(office.id(), forGood);
        leaving.fire(question);
        return question.objections();
    }

    private List<Violation> against(OfficeDetails details, @Nullable Office parent, @Nullable Office known) {
        List<Violation> found = new ArrayList<>();
        Optional<Office> namesake = offices.withCode(details.code()).filter(other -> isAnother(other, known));
        namesake.ifPresent(other -> found.add(new Violation("code", "区划代码已有单位使用，请核对")));
        String area = area(details.kind(), parent, known);
        for (Office other : offices.withMarkOrFonds(details.mark(), details.fonds())) {
            if (isAnother(other, known)
                    && other.mark().equals(details.mark())
                    && area(other).equals(area)) {
                found.add(new Violation("mark", "代字“%s”已由“%s”使用，同一县内不能重复".formatted(details.mark(), other.name())));
            }
            if (isAnother(other, known)
                    && other.ownFonds().filter(details.fonds()::equals).isPresent()) {
                found.add(new Violation("fonds", "全宗号已有单位使用；要归入上级单位的全宗，请留空"));
            }
        }
        if (details.fonds().isEmpty() && (parent == null || !parent.hasFonds())) {
            found.add(new Violation("fonds", "上级单位没有全宗号，请填写本单位的全宗号"));
        }
        JurisdictionInQuestion question = new JurisdictionInQuestion(details.jurisdiction());
        jurisdictions.fire(question);
        if (!question.isKnown()) {
            found.add(new Violation("jurisdiction", "没有这个辖区的表样，请从列表中选择"));
        }
        return found;
    }

    private List<Violation> fixed(Office office, OfficeDetails details) {
        List<Violation> found = new ArrayList<>();
        if (details.kind() != office.kind()) {
            found.add(new Violation("kind", "单位的类别不能更改；类别填错的，请删除后重新添加"));
        }
        if (office.issued() && !details.code().equals(office.code())) {
            found.add(new Violation("code", "该单位签发过文书，区划代码不能再改"));
        }
        if (office.issued() && !details.mark().equals(office.mark())) {
            found.add(new Violation("mark", "该单位签发过文书，代字不能再改"));
        }
        boolean fondsChanges = !details.fonds().equals(office.ownFonds().orElse(""));
        if (fondsChanges
                && offices.within(office.scope()).stream()
                        .anyMatch(below -> below.issued() && below.takesFondsThrough(office))) {
            found.add(new Violation("fonds", "已有文书按现在的全宗号归档，全宗号不能再改"));
        }
        return found;
    }

    /** Within it no two offices may print the same serial: a county, or all that stands above counties. */
    private static String area(Office office) {
        return office.atOrAbove(OfficeKind.COUNTY_BUREAU).map(Office::path).orElse("");
    }

    private static String area(OfficeKind kind, @Nullable Office parent, @Nullable Office known) {
        if (known != null) {
            return area(known);
        }
        return parent == null || kind == OfficeKind.COUNTY_BUREAU ? "" : area(parent);
    }

    private static boolean isAnother(Office other, @Nullable Office known) {
        return known == null || other.id() != known.id();
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
        return facts;
    }
}
