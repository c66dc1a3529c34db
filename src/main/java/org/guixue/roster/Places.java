package org.guixue.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.identity.Normaliser;
import org.guixue.office.Office;
import org.guixue.person.Address;

/** Finds the school and the township that a row means, by name, code or region. Never takes the nearest for the right one. */
final class Places {
    private final Caller caller;
    private final Office own;
    private final Optional<Office> meant;
    private final List<Office> schools;
    private final List<Office> townships;
    private final List<String> regions = new ArrayList<>();

    /** Found, or why not in Chinese. */
    record Found(Optional<Office> office, String refusal) {
        private static Found of(Office office) {
            return new Found(Optional.of(office), "");
        }

        private static Found refused(String why) {
            return new Found(Optional.empty(), why);
        }
    }

    /**
     * @param meant the school that is meant where a row names none
     * @param county the offices of the caller's county, or of all that the caller sees
     */
    Places(Caller caller, Office own, Optional<Office> meant, List<Office> county) {
        this.caller = caller;
        this.own = own;
        this.meant = meant;
        this.schools = of(county, OfficeKind.SCHOOL);
        this.townships = of(county, OfficeKind.TOWNSHIP);
        for (Optional<Office> above = Optional.of(own);
                above.isPresent();
                above = above.get().parent()) {
            regions.add(above.get().region());
        }
    }

    private static List<Office> of(List<Office> county, OfficeKind kind) {
        return county.stream()
                .filter(office -> office.kind() == kind && !office.closed())
                .toList();
    }

    /** The caller's own school, where it works for one. */
    Optional<Office> ownSchool() {
        return own.kind() == OfficeKind.SCHOOL ? Optional.of(own) : Optional.empty();
    }

    /** The one that is meant, else the caller's own. */
    Optional<Office> unnamedSchool() {
        return meant.or(this::ownSchool);
    }

    Found school(String text) {
        String wanted = normal(text);
        List<Office> named = schools.stream()
                .filter(school -> school.code().equals(wanted) || isNamed(school, wanted))
                .toList();
        List<Office> within = named.stream()
                .filter(school -> caller.scope().includes(school.path()))
                .toList();
        if (within.size() == 1) {
            return Found.of(within.get(0));
        }
        if (within.size() > 1) {
            return Found.refused("有%d所学校叫“%s”，请改填学校代码".formatted(within.size(), shortened(text)));
        }
        if (ownSchool().isPresent()) {
            return Found.refused("只能导入本校（%s）的学生，“%s”的请由该校导入".formatted(own.name(), shortened(text)));
        }
        return Found.refused((named.isEmpty() ? "没有“%s”这所学校，请填写全称或学校代码" : "“%s”不在您的工作范围内").formatted(shortened(text)));
    }

    private boolean isNamed(Office school, String wanted) {
        String name = normal(school.name());
        if (name.equals(wanted)) {
            return true;
        }
        if (!wanted.endsWith(name)) {
            return false;
        }
        String before = wanted.substring(0, wanted.length() - name.length());
        for (String region : regions) {
            before = before.replace(region, "");
        }
        return before.isEmpty();
    }

    Found township(String text) {
        String wanted = normal(text);
        List<Office> found = townships.stream()
                .filter(township -> township.code().equals(wanted)
                        || isNamed(township, wanted)
                        || wanted.equals(normal(township.region())))
                .toList();
        if (found.size() == 1) {
            return Found.of(found.get(0));
        }
        return Found.refused(
                (found.isEmpty() ? "没有“%s”这个乡镇，请填写全称，如东山镇" : "有几个乡镇叫“%s”，请填写全称或代码").formatted(shortened(text)));
    }

    /** The township that an address names, where it is one of this county. */
    Optional<Office> townshipOf(Address address) {
        List<Office> found = townships.stream()
                .filter(township -> !township.region().isEmpty()
                        && (address.township().equals(township.region())
                                || (address.township().isEmpty()
                                        && address.text().contains(township.region()))))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The township that a child at that school, or one that the caller enters, belongs to where nothing else says so. */
    Optional<Office> townshipOf(Optional<Office> school) {
        return school.orElse(own).atOrAbove(OfficeKind.TOWNSHIP);
    }

    private static String normal(String text) {
        return Normaliser.code(text);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) > 30
                ? text.substring(0, text.offsetByCodePoints(0, 30)) + "…"
                : text;
    }
}
