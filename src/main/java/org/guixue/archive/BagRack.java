package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The bags that are open, by name. One that is wanted and not there is made, once. */
final class BagRack {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final NewBag newBag;
    private final Map<String, Bag> bags = new ConcurrentSkipListMap<>();

    BagRack(Disk disk, Path records) {
        this.newBag = new NewBag(disk, records);
    }

    void put(Bag bag) {
        bags.put(bag.name(), bag);
    }

    /** A view that grows with the rack. */
    Map<String, Bag> all() {
        return Collections.unmodifiableMap(bags);
    }

    Bag bag(String name) throws IOException {
        Bag bag = bags.get(name);
        if (bag != null) {
            return bag;
        }
        synchronized (this) {
            bag = bags.get(name);
            if (bag == null) {
                bag = newBag.create(name);
                bags.put(name, bag);
            }
            return bag;
        }
    }

    /** @throws NoSuchRecord where the number's bag was never begun */
    Bag home(ArchivalNumber number) {
        return Optional.ofNullable(bags.get(number.bag().name())).orElseThrow(() -> new NoSuchRecord(number));
    }

    /** The bag that takes what happens to a record after its year was closed. */
    Bag events(ArchivalNumber number, Instant at) throws IOException {
        return bag(number.fonds() + "/events/" + LocalDate.ofInstant(at, ZONE).getYear());
    }
}
