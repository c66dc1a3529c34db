package org.guixue.adoption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Sha256;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.form.Adoption;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormFault;
import org.guixue.form.Jurisdiction;
import org.guixue.form.OwnJurisdictions;
import org.guixue.office.Establishment;
import org.guixue.office.Office;
import org.guixue.office.OfficeDetails;
import org.guixue.office.Offices;
import org.guixue.rendering.Fonts;
import org.guixue.store.Transactions;

/**
 * A bureau writes its county's jurisdiction. It is checked as the file is, goes into the trail, then onto the disk, counts at
 * once, and is that of the bureau and of the offices below that had the bureau's before. What was issued keeps the title and
 * words of its day. Broken off after the file, the next writing goes on.
 */
@ApplicationScoped
public class Adopting {
    private static final String WHAT = "管理本县的表样和规则";
    private static final int LARGEST = 1 << 20;

    private final OwnJurisdictions own;
    private final FormCatalog forms;
    private final Fonts fonts;
    private final Offices offices;
    private final Establishment establishment;
    private final HouseTrail trail;
    private final Transactions transactions;
    private final Consumer<JurisdictionWritten> written;

    @Inject
    public Adopting(
            OwnJurisdictions own,
            FormCatalog forms,
            Fonts fonts,
            Offices offices,
            Establishment establishment,
            HouseTrail trail,
            Transactions transactions,
            Event<JurisdictionWritten> written) {
        this(own, forms, fonts, offices, establishment, trail, transactions, written::fire);
    }

    /** Without a container. */
    Adopting(
            OwnJurisdictions own,
            FormCatalog forms,
            Fonts fonts,
            Offices offices,
            Establishment establishment,
            HouseTrail trail,
            Transactions transactions,
            Consumer<JurisdictionWritten> written) {
        this.own = own;
        this.forms = forms;
        this.fonts = fonts;
        this.offices = offices;
        this.establishment = establishment;
        this.trail = trail;
        this.transactions = transactions;
        this.written = written;
    }

    /** A jurisdiction of this house as it lies there. */
    public record Kept(String id, byte[] json, Sha256 stamp) {}

    /** The id under which the caller's county writes; it has one of its own from its first writing on. */
    public String idOf(Caller caller) {
        Office office = office(caller);
        return own.find(office.jurisdiction()).isPresent()
                ? office.jurisdiction()
                : "county-" + office.code().toLowerCase(Locale.ROOT);
    }

    public Optional<Kept> find(Caller caller, String id) {
        expectOwn(caller, id);
        return own.find(id).map(json -> new Kept(id, json, Sha256.of(json)));
    }

    /**
     * Writes it.
     *
     * @param seen what the caller has read before, empty where there was none; {@code "*"} for whatever lies there
     * @throws Stale where somebody has written it meanwhile
     * @throws ValuesRefused with what the reader of the file has against it
     */
    public synchronized Kept write(Caller caller, String id, byte[] json, String seen) {
        expectOwn(caller, id);
        Optional<Sha256> before = own.stamp(id);
        if (!seen.equals("*") && !before.map(Sha256::hex).orElse("").equals(seen)) {
            throw new Stale("您打开这一页以后别人改过本县的表样和规则，还没有保存您所填的；请另开一页看他改了什么，再保存一次");
        }
        expectSound(id, json);
        Sha256 stamp = Sha256.of(json);
        if (!before.filter(stamp::equals).isPresent()) {
            transactions.perform(() -> trail.administered(
                    caller,
                    "office",
                    caller.office(),
                    "jurisdiction written",
                    "",
                    Map.of("jurisdiction", before.map(Sha256::hex).orElse("")),
                    Map.of("jurisdiction", stamp.hex())));
            own.write(id, json);
        }
        forms.learn(id, json);
        written.accept(new JurisdictionWritten(id));
        take(caller, id);
        return new Kept(id, json, stamp);
    }

    private void expectSound(String id, byte[] json) {
        if (json.length > LARGEST) {
            throw new ValuesRefused("jurisdiction", "内容超过1 MB，不能保存");
        }
        List<FormFault> faults = forms.faultsOf(id, json);
        if (!faults.isEmpty()) {
            throw new ValuesRefused(faults.stream()
                    .map(fault -> new Violation("jurisdiction", words(fault)))
                    .toList());
        }
        Jurisdiction draft = forms.draft(id, json).orElseThrow();
        if (loops(draft)) {
            throw new ValuesRefused("parent", "上级不能是本县自己，也不能是以本县为上级的地区，请另选");
        }
        List<Violation> undrawable =
                draft.adopts().stream().flatMap(this::undrawable).toList();
        if (!undrawable.isEmpty()) {
            throw new ValuesRefused(undrawable);
        }
    }

    private boolean loops(Jurisdiction draft) {
        Set<String> seen = new HashSet<>(Set.of(draft.id()));
        Optional<String> next = draft.parent();
        while (next.isPresent() && seen.add(next.get())) {
            next = forms.jurisdiction(next.get()).flatMap(Jurisdiction::parent);
        }
        return next.isPresent();
    }

    /** A title with a character that no font has could not be printed. */
    private Stream<Violation> undrawable(Adoption adoption) {
        Map<String, String> printed = new LinkedHashMap<>();
        adoption.title().ifPresent(title -> printed.put("title:" + adoption.form(), title));
        adoption.series().ifPresent(series -> printed.put("series:" + adoption.form(), series));
        adoption.words().forEach((name, word) -> printed.put("word:" + adoption.form() + ":" + name, word));
        return printed.entrySet().stream().flatMap(each -> fonts.firstMissing(each.getValue()).stream()
                .map(missing -> new Violation(
                        each.getKey(),
                        "“%s”里的“%s”（%s）没有字体能打印，请换一个写法，或请管理员把有这个字的字体放进 fonts 文件夹后重新启动"
                                .formatted(each.getValue(), missing.character(), missing.code()))));
    }

    private static String words(FormFault fault) {
        return fault.line() > 0 ? "第%d行：%s".formatted(fault.line(), fault.reason()) : fault.reason();
    }

    /** The bureau and those below that went by the same now go by this one; the bureau last, so that it can be gone on with. */
    private void take(Caller caller, String id) {
        String before = office(caller).jurisdiction();
        List<Office> deepestFirst = new ArrayList<>(offices.within(caller.scope()));
        Collections.reverse(deepestFirst);
        for (Office each : deepestFirst) {
            if (!each.closed() && each.jurisdiction().equals(before) && !before.equals(id)) {
                establishment.correct(caller, each.id(), OfficeDetails.of(each).under(id), each.version());
            }
        }
    }

    private void expectOwn(Caller caller, String id) {
        caller.expectBureau(WHAT);
        if (!id.matches("[a-z][a-z0-9-]{1,40}")) {
            throw new NotFound("这个地区的表样和规则");
        }
        boolean others = offices.all().stream()
                .anyMatch(office ->
                        office.jurisdiction().equals(id) && !caller.scope().includes(office.path()));
        if (others) {
            throw new NotFound("这个地区的表样和规则");
        }
        if (own.find(id).isEmpty() && forms.jurisdiction(id).isPresent()) {
            throw new Forbidden("“%s”随系统提供，不能改；请在本县的表样和规则里采用它的".formatted(id));
        }
    }

    private Office office(Caller caller) {
        return offices.find(caller.office()).orElseThrow(() -> new Conflict("您的单位已经不在，请重新登录"));
    }
}
