package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.ledger.Listed;
import org.guixue.ledger.Population;
import org.guixue.ledger.Reported;

/** 部门比对: what the lists of a period and our roll did not agree in, and how it was settled, for ledgers. */
@ApplicationScoped
public class FoundDifferences implements Population {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 1000;

    private final Reconciliations reconciliations;
    private final RegisterFindings findings;

    @Inject
    public FoundDifferences(Reconciliations reconciliations, RegisterFindings findings) {
        this.reconciliations = reconciliations;
        this.findings = findings;
    }

    @Override
    public String name() {
        return "differences";
    }

    @Override
    @Transactional
    public List<Listed> of(Reported asked) {
        Instant from = asked.period().from().atStartOfDay(SHANGHAI).toInstant();
        Instant until = asked.asOf().plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        List<Listed> all = new ArrayList<>();
        for (Reconciliation each : reconciliations.within(asked.office().scope(), from, until)) {
            FindingFilter every = FindingFilter.all(each.id(), true);
            List<RegisterFinding> page = findings.page(every, 0, PAGE);
            for (int first = PAGE; !page.isEmpty(); first += PAGE) {
                page.forEach(found -> all.add(listed(each, found)));
                page = findings.page(every, first, PAGE);
            }
        }
        return all;
    }

    private static Listed listed(Reconciliation of, RegisterFinding found) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("difference.department", of.register().label());
        facts.put("difference.register", of.registerName());
        facts.put("difference.asOf", of.createdAt().atZone(SHANGHAI).toLocalDate());
        facts.put("difference.kind", kind(found.kind()));
        facts.put("difference.name", found.name());
        facts.put("difference.item", found.label());
        facts.put("difference.theirs", found.there());
        facts.put("difference.ours", found.here());
        facts.put(
                "difference.settled",
                found.settlement().taken().map(FoundDifferences::settled).orElse(""));
        facts.put(
                "difference.settledOn",
                found.settlement()
                        .at()
                        .<Object>map(at -> at.atZone(SHANGHAI).toLocalDate())
                        .orElse(""));
        facts.put("difference.settledBy", found.settlement().by());
        return new Listed("r" + found.id(), of.scope().office(), facts, Optional.empty());
    }

    private static String kind(FindingKind kind) {
        return switch (kind) {
            case ONLY_THERE -> "仅部门有";
            case ONLY_HERE -> "仅台账有";
            case DIFFERENT -> "信息不符";
            case UNDECIDED -> "待认定";
        };
    }

    private static String settled(Taken taken) {
        return switch (taken) {
            case HERE -> "以台账为准";
            case THERE -> "以部门为准";
            case ENQUIRE -> "待查";
        };
    }
}
