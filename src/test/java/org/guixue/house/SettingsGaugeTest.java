package org.guixue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Home;
import org.guixue.office.Installations;
import org.guixue.page.Entrance;
import org.guixue.rendering.PublicAddress;
import org.guixue.store.HouseDatabase;
import org.guixue.upkeep.Signal;
import org.guixue.upkeep.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsGaugeTest {
    private final HouseDatabase database = HouseDatabase.inMemory();
    private final EntityManager entities = database.entities();
    private final Installations installations = new Installations(entities, Clock.systemUTC(), new SecureRandom());

    @AfterEach
    void close() {
        entities.close();
        database.close();
    }

    private void found(boolean demo) {
        entities.getTransaction().begin();
        installations.begin(demo, Duration.ZERO);
        entities.getTransaction().commit();
    }

    private Map<String, Urgency> read(String url, boolean chosen, String... proxies) {
        PublicAddress address = new PublicAddress() {
            @Override
            public URI url() {
                return URI.create(url);
            }

            @Override
            public boolean chosen() {
                return chosen;
            }
        };
        return new SettingsGauge(
                        new Entrance(Set.of(proxies), URI.create(url)),
                        address,
                        installations,
                        new Home(Path.of("/home/guixue")))
                .read().stream().collect(Collectors.toMap(Signal::name, Signal::urgency));
    }

    @Test
    void aHomeInEarnestUseWantsAnAddressThatOthersReachAndItsProxy() {
        found(false);
        Map<String, Urgency> good = read("https://guixue.example.cn", true, "127.0.0.1");
        assertEquals(Map.of("address", Urgency.FINE, "proxy", Urgency.FINE, "demo", Urgency.FINE), good);
        assertEquals(
                Urgency.WATCH,
                read("http://guixue.example.cn", true, "127.0.0.1").get("address"));
        assertEquals(Urgency.WATCH, read("https://guixue.example.cn", true).get("proxy"));
        assertEquals(Urgency.ACT, read("http://127.0.0.1:8080", true).get("address"));
        assertEquals(Urgency.ACT, read("http://localhost:8080", true).get("address"));
        assertEquals(Urgency.ACT, read("http://[::1]:8080", true).get("address"));
        assertEquals(Urgency.ACT, read("https://guixue.example.cn", false).get("address"));
    }

    @Test
    void aDemoSaysThatItIsOneAndMayLieOnThisMachine() {
        found(true);
        assertEquals(
                Map.of("address", Urgency.FINE, "proxy", Urgency.FINE, "demo", Urgency.WATCH),
                read("http://127.0.0.1:8080", true));
    }
}
