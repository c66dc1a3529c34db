package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.person.TellingWords;
import org.guixue.watch.Watch;

/** 重点关注: the children at risk, each as often as it is in a group. */
@ApplicationScoped
public class Watched implements Population {
    private final WorkReading work;
    private final RollReading roll;

    @Inject
    public Watched(WorkReading work, RollReading roll) {
        this.work = work;
        this.roll = roll;
    }

    @Override
    public String name() {
        return "watched";
    }

    @Override
    public List<Listed> of(Reported asked) {
        List<Watch> watches = work.watches(asked);
        Map<Long, WorkReading.Contacts> contacts = work.contacts(watches, asked.asOf());
        Map<Long, ChildOnDay> children =
                roll.onDay(watches.stream().map(Watch::student).toList(), asked);
        return watches.stream()
                .map(watch -> listed(
                        watch,
                        Optional.ofNullable(contacts.get(watch.id())),
                        children.get(watch.student().id()),
                        asked))
                .toList();
    }

    private static Listed listed(
            Watch watch, Optional<WorkReading.Contacts> contacts, ChildOnDay child, Reported asked) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("watch.group", watch.group().label());
        facts.put("watch.reason", TellingWords.keptApart(watch.reason()));
        facts.put("watch.since", watch.since());
        facts.put("watch.responsible", watch.responsible());
        facts.put("watch.contacts", contacts.map(WorkReading.Contacts::count).orElse(0));
        facts.put(
                "watch.contactOn",
                contacts.<Object>map(WorkReading.Contacts::last).orElse(""));
        facts.put(
                "watch.ended",
                ChildOnDay.yes(watch.until()
                        .filter(until -> !until.isAfter(asked.asOf()))
                        .isPresent()));
        return new Listed("w" + watch.id(), child.reporter(), facts, Optional.of(child));
    }
}
