package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormFault;

/** Forms that have a fault are not offered. */
@ApplicationScoped
public class FormsGauge implements Gauge {
    private static final int MOST_NAMED = 5;

    private final FormCatalog forms;

    @Inject
    public FormsGauge(FormCatalog forms) {
        this.forms = forms;
    }

    @Override
    public String name() {
        return "forms";
    }

    @Override
    public List<Signal> read() {
        List<FormFault> faults = forms.faults();
        Signal signal = faults.isEmpty()
                ? Signal.fine("forms", "表样", "%d种表样可用".formatted(forms.forms().size()))
                : Signal.of(
                                "forms",
                                Urgency.WATCH,
                                "表样",
                                "有%d处错误，所在表样没有提供".formatted(faults.size()),
                                "请按所列位置更正后重新启动（forms/README.md）。")
                        .naming(faults.stream()
                                .limit(MOST_NAMED)
                                .map(FormFault::toString)
                                .toList());
        return List.of(signal.with("faults", faults.size()));
    }
}
