package org.guixue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.workbook.Listing;

/** What stands above a listing that leaves the house: the caller's office, its name, the time. */
@ApplicationScoped
public class Letterhead {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Offices offices;
    private final Clock clock;

    @Inject
    public Letterhead(Offices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    public Listing.Head of(Caller caller) {
        return new Listing.Head(
                officeOf(caller),
                caller.displayName().isEmpty() ? caller.username() : caller.displayName(),
                LocalDateTime.ofInstant(clock.instant(), SHANGHAI));
    }

    /** 范围 of a listing, as its notes say it. */
    public String scopeOf(Caller caller) {
        return "范围：" + officeOf(caller) + "及所属单位中导出人有权查看的部分。";
    }

    /** 条件 of a listing, as its notes say it; what may be an ID in it is starred. */
    public static String conditions(Map<String, String> filter) {
        return filter.isEmpty()
                ? "条件：全部。"
                : filter.entrySet().stream()
                        .map(each -> each.getKey() + "“" + ListingTrail.withoutIds(each.getValue()) + "”")
                        .collect(Collectors.joining("，", "条件：", "。"));
    }

    private String officeOf(Caller caller) {
        return offices.find(caller.office()).map(Office::name).orElse("");
    }
}
