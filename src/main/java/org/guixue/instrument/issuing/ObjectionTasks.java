package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.form.FieldText;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Objection;
import org.guixue.instrument.Objections;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;

/** Tells the clerk and the bureau that the signatory stands against a paper, until it is void or a month has passed. */
@ApplicationScoped
public class ObjectionTasks implements WhatWaits {
    private final Objections objections;

    @Inject
    public ObjectionTasks(Objections objections) {
        this.objections = objections;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        return objections.toldTo(caller).stream().map(ObjectionTasks::task).toList();
    }

    private static Task task(Objection objection) {
        Instrument paper = objection.instrument();
        return new Task(
                "objection-" + paper.id(),
                "签发人对《" + paper.title() + "》" + paper.serial() + "提出异议",
                paper.subject().label(),
                objection.byName() + "，" + FieldText.minute(objection.at()) + "：" + objection.reason(),
                Optional.empty(),
                "签发人异议",
                "去处理",
                "/instruments/" + paper.id());
    }
}
