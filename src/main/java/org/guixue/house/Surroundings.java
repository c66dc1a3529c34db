package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guixue.Home;
import org.guixue.page.Entrance;
import org.guixue.store.HouseClock;

/** What the rooms take from outside through their constructors: the time in Shanghai, randomness, the home folder. */
@ApplicationScoped
public class Surroundings {
    private final SecureRandom random = new SecureRandom();
    private final HouseClock clock = new HouseClock(Clock.system(ZoneId.of("Asia/Shanghai")));

    @Produces
    @Dependent
    HouseClock clock() {
        return clock;
    }

    @Produces
    @Dependent
    SecureRandom random() {
        return random;
    }

    @Produces
    @Dependent
    Settings settings() {
        return name ->
                ConfigProvider.getConfig().getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    /** {@code GUIXUE_TRUSTED_PROXY}, addresses with commas between them, and {@code GUIXUE_PUBLIC_URL}. */
    @Produces
    @Dependent
    Entrance entrance(Settings settings) {
        Set<String> proxies = Stream.of(
                        settings.find("guixue.trusted.proxy").orElse("").split("[,\\s]+"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new Entrance(
                proxies, URI.create(settings.find("guixue.public.url").orElseThrow()));
    }

    /** The folder that {@code GUIXUE_HOME} names. */
    @Produces
    @Dependent
    Home home(Settings settings) {
        return new Home(Path.of(settings.find("guixue.home").orElseThrow()));
    }
}
