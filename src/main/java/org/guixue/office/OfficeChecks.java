package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.access.OfficeKind;
import org.jspecify.annotations.Nullable;

/** What speaks against an office as it is to be written: its place in the tree, code, mark, fonds and jurisdiction. */
@ApplicationScoped
public class OfficeChecks {
    private final Offices offices;
    private final KnownJurisdictions jurisdictions;

    @Inject
    public OfficeChecks(Offices offices, KnownJurisdictions jurisdictions) {
        this.offices = offices;
        this.jurisdictions = jurisdictions;
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

    /** What speaks against correcting it so. */
    List<Violation> corrections(Office office, OfficeDetails details) {
        List<Violation> violations = new ArrayList<>(details.violations());
        violations.addAll(fixed(office, details));
        violations.addAll(against(details, office.parent().orElse(null), office));
        return violations;
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
        if (details.reportsTo().isPresent()
                && !isAbove(parent, details.reportsTo().getAsLong())) {
            found.add(new Violation("reportsTo", "报送单位应是它的上级单位，请从列表中选择"));
        }
        if (!jurisdictions.knows(details.jurisdiction())) {
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

    private static boolean isAbove(@Nullable Office parent, long wanted) {
        for (Office up = parent; up != null; up = up.parent().orElse(null)) {
            if (up.id() == wanted) {
                return !up.closed();
            }
        }
        return false;
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
}
