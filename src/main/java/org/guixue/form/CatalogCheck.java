package org.guixue.form;

import java.util.function.Consumer;

/** Holds what the files of all folders say of each other: adopted forms, proofs, rules and what ledgers agree with. */
final class CatalogCheck {
    private final FormCatalog catalog;
    private final Consumer<FormFault> faults;

    CatalogCheck(FormCatalog catalog, Consumer<FormFault> faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        for (Jurisdiction each : catalog.jurisdictions()) {
            String file = each.id() + "/jurisdiction.json";
            if (each.parent().isPresent()
                    && catalog.jurisdiction(each.parent().get()).isEmpty()) {
                fault(file, "没有上级辖区 “" + each.parent().get() + "”");
            }
            for (Adoption adoption : each.adopts()) {
                if (catalog.form(adoption.form()).isEmpty()
                        && catalog.ledger(adoption.form()).isEmpty()) {
                    fault(file, "采用的表样 “" + adoption.form() + "” 不存在或者有错");
                }
            }
            for (FormId adopted : each.adoptsRules()) {
                Inheritance.rule(adopted, catalog::jurisdiction)
                        .ifPresentOrElse(
                                rule -> rule(file, each, rule), () -> fault(file, "采用的规则 “" + adopted + "” 不存在"));
            }
            each.rules().forEach(rule -> rule(file, each, rule));
        }
        catalog.forms().forEach(this::proofs);
        catalog.ledgers().forEach(this::agreement);
    }

    private void proofs(Form form) {
        for (String gate : form.proves()) {
            boolean known = catalog.jurisdictions().stream()
                    .flatMap(each -> each.gates().stream())
                    .anyMatch(each -> each.id().equals(gate) && each.footing().isPresent());
            if (!known) {
                fault(form.id() + "/form.json", "proves 所指的依据规则 “" + gate + "” 不存在");
            }
        }
    }

    private void rule(String file, Jurisdiction each, Rule rule) {
        for (Rule.Proof proof : rule.doneBy()) {
            if (proof.kind() == Rule.Proof.Kind.FORM && !isForm(proof.name())) {
                fault(file, "规则 “%s”：doneBy 的表样 “%s” 不存在或者有错".formatted(rule.id(), proof.name()));
            }
            if (proof.kind() == Rule.Proof.Kind.LEDGER
                    && catalog.ledger(FormId.parse(proof.name())).isEmpty()) {
                fault(file, "规则 “%s”：doneBy 的台账 “%s” 不存在或者有错".formatted(rule.id(), proof.name()));
            }
        }
        if (rule.trigger().kind() == RuleTrigger.Kind.MISSED
                && catalog.rulesSaidIn(each.id())
                        .noneMatch(other -> other.id().equals(rule.trigger().detail()))) {
            fault(file, "规则 “%s”：trigger 所指的规则不存在".formatted(rule.id()));
        }
    }

    private boolean isForm(String form) {
        return catalog.forms().stream().anyMatch(each -> each.id().toString().equals(form));
    }

    private void agreement(Ledger ledger) {
        for (LedgerCheck check : ledger.checks()) {
            boolean known = catalog.ledger(check.ledger()).stream()
                    .anyMatch(other -> check.there().equals("count")
                            || other.totals().stream()
                                    .anyMatch(total -> total.name().equals(check.there())));
            if (!known) {
                fault(
                        ledger.id() + "/" + LedgerFile.FILE,
                        "checks 所指的 “%s#%s” 不存在".formatted(check.ledger(), check.there()));
            }
        }
    }

    private void fault(String file, String reason) {
        faults.accept(new FormFault(file, 0, reason));
    }
}
